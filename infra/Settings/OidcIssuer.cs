namespace SageMakerIam.Settings;

/// <summary>A service that gives its jobs OpenID Connect tokens, which AWS takes for credentials.</summary>
internal enum OidcIssuer
{
    /// <summary>GitHub Actions.</summary>
    GitHubActions,

    /// <summary>GitLab CI/CD, on gitlab.com.</summary>
    GitLab,

    /// <summary>Pulumi Deployments.</summary>
    PulumiDeployments,
}

/// <summary>What IAM needs to know of an issuer.</summary>
internal static class OidcIssuers
{
    /// <summary>The issuer's URL without <c>https://</c>, as it stands in ARNs and condition keys.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such issuer.</exception>
    public static string Host(this OidcIssuer issuer) => issuer switch
    {
        OidcIssuer.GitHubActions => "token.actions.githubusercontent.com",
        OidcIssuer.GitLab => "gitlab.com",
        OidcIssuer.PulumiDeployments => "api.pulumi.com/oidc",
        _ => throw new ArgumentOutOfRangeException(nameof(issuer), issuer, "There is no such issuer."),
    };
}
