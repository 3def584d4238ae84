using System.Collections.Immutable;

namespace SageMakerIam.Settings;

/// <summary>A service that gives its jobs OpenID Connect tokens, which AWS takes for credentials.</summary>
/// <param name="Host">
/// Its URL without <c>https://</c>, as it stands in ARNs and condition keys: a host, with a path where it has one.
/// </param>
internal sealed record OidcIssuer(string Host)
{
    /// <summary>GitHub Actions.</summary>
    public static readonly OidcIssuer GitHubActions = new("token.actions.githubusercontent.com");

    /// <summary>GitLab CI/CD, on gitlab.com.</summary>
    public static readonly OidcIssuer GitLab = new("gitlab.com");

    /// <summary>Pulumi Deployments.</summary>
    public static readonly OidcIssuer PulumiDeployments = new("api.pulumi.com/oidc");

    /// <summary>Those that everybody's jobs have tokens of, each by the setting that knows what its subjects say.</summary>
    public static ImmutableDictionary<OidcIssuer, string> Shared { get; } = ImmutableDictionary.CreateRange(
    [
        KeyValuePair.Create(GitHubActions, nameof(AssumedBySettings.GitHubActions)),
        KeyValuePair.Create(GitLab, nameof(AssumedBySettings.GitLab)),
        KeyValuePair.Create(PulumiDeployments, nameof(AssumedBySettings.PulumiDeployments)),
    ]);

    /// <summary>Its URL, as its tokens and IAM have it.</summary>
    public string Url => $"{Scheme}{Host}";

    private const string Scheme = "https://";

    /// <summary>The issuer of a URL.</summary>
    /// <param name="url">The URL, as <see cref="Formats.OidcIssuerUrl"/> has it.</param>
    public static OidcIssuer At(string url) => new(url[Scheme.Length..]);
}
