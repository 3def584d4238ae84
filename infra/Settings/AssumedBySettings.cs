using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>Who assumes a keyless deployer: the jobs of one repository, branch or stack. One of the four is given.</summary>
[ExactlyOneOf(
    "Expected one of gitHubActions, gitLab, pulumiDeployments and oidc, and no more",
    nameof(GitHubActions), nameof(GitLab), nameof(PulumiDeployments), nameof(Oidc))]
internal sealed record AssumedBySettings
{
    /// <summary>Jobs of GitHub Actions. Default: null, none.</summary>
    public GitHubActionsSettings? GitHubActions { get; init; }

    /// <summary>Jobs of GitLab CI/CD, on gitlab.com or a host of one's own. Default: null, none.</summary>
    public GitLabSettings? GitLab { get; init; }

    /// <summary>Jobs of Pulumi Deployments. Default: null, none.</summary>
    public PulumiDeploymentsSettings? PulumiDeployments { get; init; }

    /// <summary>Whom another issuer gives its tokens to, Bitbucket, HCP Terraform or a cluster of EKS say. Default: null, nobody.</summary>
    public OidcSettings? Oidc { get; init; }

    /// <summary>
    /// The ARN of the issuer's identity provider, where the account has it already; IAM holds one an issuer.
    /// Default: null, the stack makes it.
    /// </summary>
    [Format<OidcProviderArn>]
    public string? OidcProviderArn { get; init; }

    /// <summary>The issuer of the tokens of the jobs that are named.</summary>
    /// <exception cref="InvalidOperationException">None are.</exception>
    public OidcIssuer Issuer => this switch
    {
        { GitHubActions: not null } => OidcIssuer.GitHubActions,
        { GitLab: { } job } => new(job.Host),
        { PulumiDeployments: not null } => OidcIssuer.PulumiDeployments,
        { Oidc: { } token } => OidcIssuer.At(token.Issuer),
        _ => throw new InvalidOperationException("The settings name no job."),
    };
}
