namespace SageMakerIam.Settings.Formats;

/// <summary>The ARN of an issuer's identity provider.</summary>
/// <remarks>IAM User Guide, "IAM identifiers".</remarks>
internal sealed class OidcProviderArn : ArnFormat
{
    /// <inheritdoc/>
    public override string Allowed => "the issuer's identity provider in this account, 'arn:aws:iam::ACCOUNT:oidc-provider/HOST'";

    /// <inheritdoc/>
    public override string Pattern => $"{AnyPartition}:iam::{Account}:oidc-provider/[A-Za-z0-9./_-]+";
}
