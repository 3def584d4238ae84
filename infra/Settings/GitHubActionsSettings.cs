namespace SageMakerIam.Settings;

/// <summary>Jobs of GitHub Actions in one repository: of one branch, one environment or one tag.</summary>
public sealed record GitHubActionsSettings
{
    /// <summary>
    /// The repository: <c>acme/churn</c>, or with the ids that GitHub puts into the subjects of repositories made since
    /// July 2026: <c>acme@123456/churn@456789</c>.
    /// </summary>
    public required string Repository { get; init; }

    /// <summary>The branch whose jobs may; not those that name an environment. Default: null.</summary>
    public string? Branch { get; init; }

    /// <summary>The environment whose jobs may. Default: null.</summary>
    public string? Environment { get; init; }

    /// <summary>The tag whose jobs may; not those that name an environment. Default: null.</summary>
    public string? Tag { get; init; }
}
