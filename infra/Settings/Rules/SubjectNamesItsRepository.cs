using System.Text.RegularExpressions;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>
/// A subject that an organization customizes has to name the repository, or jobs of all its repositories could have the same one.
/// </summary>
internal sealed class SubjectNamesItsRepository : Rule<GitHubActionsSettings>
{
    /// <inheritdoc/>
    protected override void Check(GitHubActionsSettings job, SettingsNode at, StackSettings stack)
    {
        // Between what ends a claim: acme/churn-2 is another repository.
        if (job.Subject is { } subject && !Regex.IsMatch(subject, $"(?:^|:){Regex.Escape(job.Repository)}(?::|$)"))
        {
            at.Key("subject")!.Report($"It does not name {job.Repository}: jobs of other repositories could have the same");
        }
    }
}
