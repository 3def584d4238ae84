using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>Jobs of GitLab CI/CD in one project: of one branch or one tag.</summary>
[ExactlyOneOf("Expected one of branch, tag, so that the trust is bound to it alone", nameof(Branch), nameof(Tag))]
internal sealed record GitLabSettings
{
    /// <summary>The project with its groups, <c>acme/ml/churn</c> say.</summary>
    [Format<GitLabProject>]
    public required string Project { get; init; }

    /// <summary>
    /// The host, where GitLab is one's own; AWS asks it for its keys, over the internet. The jobs ask for tokens for <c>https://HOST</c>.
    /// Default: <c>gitlab.com</c>.
    /// </summary>
    [Format<HostName>]
    public string Host { get; init; } = "gitlab.com";

    /// <summary>The branch whose jobs may. Default: null.</summary>
    [Format<GitRef>]
    public string? Branch { get; init; }

    /// <summary>The tag whose jobs may. Default: null.</summary>
    [Format<GitRef>]
    public string? Tag { get; init; }
}
