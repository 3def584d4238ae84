using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>An identity provider that is named is the issuer's, in this account.</summary>
internal sealed class IdentityProviderIsTheIssuers : AccountRule<AssumedBySettings>
{
    /// <inheritdoc/>
    protected override void Check(AssumedBySettings assumedBy, SettingsNode at, StackSettings stack, AwsAccount account)
    {
        var expected = account.Global("iam", $"oidc-provider/{assumedBy.Issuer.Host}");
        if (assumedBy.OidcProviderArn is { } arn && arn != expected)
        {
            at.Key("oidcProviderArn")!.Report($"Expected the issuer's identity provider in this account, '{expected}'");
        }
    }
}
