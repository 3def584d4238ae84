namespace SageMakerIam.Settings.Formats;

/// <summary>The beginning of a role's name.</summary>
/// <remarks>The provider adds 26 characters, and a role's name has 64.</remarks>
internal sealed class RoleNamePrefix : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the beginning of an IAM name: 1 to 38 letters, digits and any of _+=,.@-";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9_+=,.@-]{1,38}";
}
