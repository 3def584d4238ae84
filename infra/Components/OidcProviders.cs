using Pulumi;
using Pulumi.Aws.Iam;
using SageMakerIam.Policies.Trust;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>The identity providers of the issuers that a stack's keyless deployers trust: one an issuer, as IAM holds it.</summary>
internal sealed class OidcProviders
{
    private readonly Dictionary<OidcIssuer, OpenIdConnectProvider> made;

    /// <summary>Makes those that the account is not said to have already.</summary>
    public OidcProviders(IEnumerable<AssumedBySettings> trusted) => made = trusted
        .Where(settings => settings.OidcProviderArn is null)
        .Select(WebIdentity.Of)
        .GroupBy(identity => identity.Issuer)
        .ToDictionary(identities => identities.Key, identities => new OpenIdConnectProvider(
            Name(identities.Key),
            new OpenIdConnectProviderArgs
            {
                Url = identities.Key.Url,
                ClientIdLists = identities.Select(identity => identity.Audience).Distinct().Order(StringComparer.Ordinal).ToArray(),
            }));

    /// <summary>The ARN of the identity provider that a deployer trusts.</summary>
    public Input<string> Arn(AssumedBySettings settings) =>
        settings.OidcProviderArn is { } arn ? arn : made[settings.Issuer].Arn.Made();

    private static string Name(OidcIssuer issuer) => issuer switch
    {
        _ when issuer == OidcIssuer.GitHubActions => "github-actions-oidc",
        _ when issuer == OidcIssuer.GitLab => "gitlab-oidc",
        _ when issuer == OidcIssuer.PulumiDeployments => "pulumi-deployments-oidc",
        _ => $"{issuer.Host}-oidc",
    };
}
