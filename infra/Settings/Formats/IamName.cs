namespace SageMakerIam.Settings.Formats;

/// <summary>The name of a role or user.</summary>
/// <remarks>IAM User Guide, "IAM and AWS STS quotas", name quotas.</remarks>
internal sealed class IamName : Format
{
    /// <inheritdoc/>
    public override string Allowed => "an IAM name: 1 to 64 letters, digits and any of _+=,.@-";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9_+=,.@-]{1,64}";
}
