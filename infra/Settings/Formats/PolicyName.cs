namespace SageMakerIam.Settings.Formats;

/// <summary>The name of a policy.</summary>
/// <remarks>IAM User Guide, "IAM and AWS STS quotas", name quotas.</remarks>
internal sealed class PolicyName : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the name of a policy: 1 to 128 letters, digits and any of _+=,.@-";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9_+=,.@-]{1,128}";
}
