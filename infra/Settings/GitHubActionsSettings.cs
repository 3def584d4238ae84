using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>Jobs of GitHub Actions in one repository: of one branch, one environment or one tag.</summary>
[ExactlyOneOf(
    "Expected one of branch, environment, tag, so that the trust is bound to it alone",
    nameof(Branch), nameof(Environment), nameof(Tag))]
internal sealed record GitHubActionsSettings
{
    /// <summary>
    /// The repository: <c>acme/churn</c>, or with the ids that GitHub puts into the subjects of repositories made since
    /// July 2026: <c>acme@123456/churn@456789</c>.
    /// </summary>
    [Format<GitHubRepository>]
    public required string Repository { get; init; }

    /// <summary>The branch whose jobs may; not those that name an environment. Default: null.</summary>
    [Format<GitRef>]
    public string? Branch { get; init; }

    /// <summary>The environment whose jobs may. Default: null.</summary>
    [Format<GitHubEnvironment>]
    public string? Environment { get; init; }

    /// <summary>The tag whose jobs may; not those that name an environment. Default: null.</summary>
    [Format<GitRef>]
    public string? Tag { get; init; }
}
