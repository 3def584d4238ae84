namespace SageMakerIam.Settings;

/// <summary>Jobs of GitLab CI/CD in one project: of one branch or one tag.</summary>
public sealed record GitLabSettings
{
    /// <summary>The project with its groups, <c>acme/ml/churn</c> say.</summary>
    public required string Project { get; init; }

    /// <summary>The branch whose jobs may. Default: null.</summary>
    public string? Branch { get; init; }

    /// <summary>The tag whose jobs may. Default: null.</summary>
    public string? Tag { get; init; }
}
