using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// Jobs of GitHub Actions in one repository: of one branch or several, one environment, one tag or one subject, and of pull requests.
/// </summary>
[ExactlyOneOf(
    "Expected one of branch, environment, tag, subject, so that the trust is bound to it alone",
    nameof(Branch), nameof(Environment), nameof(Tag), nameof(Subject))]
internal sealed record GitHubActionsSettings
{
    /// <summary>
    /// The repository: <c>acme/churn</c>, or with the ids that GitHub puts into the subjects of repositories made since
    /// July 2026: <c>acme@123456/churn@456789</c>.
    /// </summary>
    [Format<GitHubRepository>]
    public required string Repository { get; init; }

    /// <summary>The branch, or the branches, whose jobs may; not those that name an environment. Default: none.</summary>
    [Format<GitRef>, NotEmpty, ListOf("names of branches"), OrOne]
    public ImmutableArray<string> Branch { get; init; } = [];

    /// <summary>The environment whose jobs may. Default: null.</summary>
    [Format<GitHubEnvironment>]
    public string? Environment { get; init; }

    /// <summary>The tag whose jobs may; not those that name an environment. Default: null.</summary>
    [Format<GitRef>]
    public string? Tag { get; init; }

    /// <summary>
    /// The subject of the jobs' tokens, to the letter, where the organization customizes what stands in it:
    /// <c>repo:acme/churn:environment:prod:job_workflow_ref:…</c>. Default: null.
    /// </summary>
    [Format<OidcSubject>]
    public string? Subject { get; init; }

    /// <summary>
    /// Whether the jobs of pull requests may as well, whoever of the repository opened one and whatever it changes: for those who may read
    /// and preview, not for those who deploy. GitHub gives pull requests of forks no token. Default: false.
    /// </summary>
    public bool PullRequest { get; init; }
}
