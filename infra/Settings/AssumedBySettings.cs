using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>Who assumes a keyless deployer: the jobs of one repository, branch or stack. One of the three is given.</summary>
[ExactlyOneOf(
    "Expected one of gitHubActions, gitLab and pulumiDeployments, and no more",
    nameof(GitHubActions), nameof(GitLab), nameof(PulumiDeployments))]
internal sealed record AssumedBySettings
{
    /// <summary>Jobs of GitHub Actions. Default: null, none.</summary>
    public GitHubActionsSettings? GitHubActions { get; init; }

    /// <summary>Jobs of GitLab CI/CD on gitlab.com. Default: null, none.</summary>
    public GitLabSettings? GitLab { get; init; }

    /// <summary>Jobs of Pulumi Deployments. Default: null, none.</summary>
    public PulumiDeploymentsSettings? PulumiDeployments { get; init; }

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
        { GitLab: not null } => OidcIssuer.GitLab,
        { PulumiDeployments: not null } => OidcIssuer.PulumiDeployments,
        _ => throw new InvalidOperationException("The settings name no job."),
    };
}
