using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>Whoever pulls from the repository's own account needs no word of the repository's policy.</summary>
internal sealed class PullingAccountIsAnother : AccountRule<ImageRepositorySettings>
{
    /// <inheritdoc/>
    protected override void Check(ImageRepositorySettings repository, SettingsNode at, StackSettings stack, AwsAccount account)
    {
        if (repository.PullFrom.Contains(account.AccountId))
        {
            at.Key("pullFrom")!.Report(
                "The stack's own account is among them, whose roles pull by their own policies (repositories of an entry): leave it out");
        }
    }
}
