namespace SageMakerIam.Settings.Formats;

/// <summary>The name of a profile of the AWS CLI.</summary>
internal sealed class ProfileName : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the name of a profile: 1 to 64 letters, digits and any of _.@-";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9_.@-]{1,64}";
}
