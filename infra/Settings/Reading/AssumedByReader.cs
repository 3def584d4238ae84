using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Reading;

/// <summary>Reads the <c>assumedBy</c> of a deployer.</summary>
internal static class AssumedByReader
{
    private const string OneOf = "Expected one of gitHubActions, gitLab and pulumiDeployments";

    public static AssumedBySettings? Read(SettingsReader entry, AwsAccount account)
    {
        var provider = entry.Key("oidcProviderArn");
        var (gitHubActions, gitLab, pulumiDeployments) = (entry.Key("gitHubActions"), entry.Key("gitLab"), entry.Key("pulumiDeployments"));
        entry.RejectOtherKeys();
        ImmutableArray<SettingsReader?> jobs = [gitHubActions, gitLab, pulumiDeployments];
        if (jobs.Count(job => job is not null) != 1)
        {
            entry.Report($"{OneOf}, and no more");
            return null;
        }

        var settings = new AssumedBySettings
        {
            GitHubActions = gitHubActions is null ? null : GitHubActions(gitHubActions),
            GitLab = gitLab is null ? null : GitLab(gitLab),
            PulumiDeployments = pulumiDeployments is null ? null : PulumiDeployments(pulumiDeployments),
        };
        return settings with { OidcProviderArn = provider?.Text(TextRule.OidcProviderArn(settings.Issuer, account)) };
    }

    private static GitHubActionsSettings GitHubActions(SettingsReader job)
    {
        var settings = new GitHubActionsSettings
        {
            Repository = Required(job, "repository", TextRule.GitHubRepository),
            Branch = job.Key("branch")?.Text(TextRule.GitRef),
            Environment = job.Key("environment")?.Text(TextRule.GitHubEnvironment),
            Tag = job.Key("tag")?.Text(TextRule.GitRef),
        };
        job.RejectOtherKeys();
        DemandOne(job, "branch", "environment", "tag");
        return settings;
    }

    private static GitLabSettings GitLab(SettingsReader job)
    {
        var settings = new GitLabSettings
        {
            Project = Required(job, "project", TextRule.GitLabProject),
            Branch = job.Key("branch")?.Text(TextRule.GitRef),
            Tag = job.Key("tag")?.Text(TextRule.GitRef),
        };
        job.RejectOtherKeys();
        DemandOne(job, "branch", "tag");
        return settings;
    }

    private static PulumiDeploymentsSettings PulumiDeployments(SettingsReader job)
    {
        var settings = new PulumiDeploymentsSettings
        {
            Organization = Required(job, "organization", TextRule.PulumiName),
            Project = Required(job, "project", TextRule.PulumiName),
            Stack = Required(job, "stack", TextRule.PulumiName),
        };
        job.RejectOtherKeys();
        return settings;
    }

    private static string Required(SettingsReader job, string key, TextRule rule) =>
        job.RequiredKey(key, $"Expected {rule.Allowed}")?.Text(rule) ?? "";

    private static void DemandOne(SettingsReader job, params ImmutableArray<string> keys)
    {
        if (keys.Count(key => job.Key(key) is not null) != 1)
        {
            job.Report($"Expected one of {string.Join(", ", keys)}, so that the trust is bound to it alone");
        }
    }
}
