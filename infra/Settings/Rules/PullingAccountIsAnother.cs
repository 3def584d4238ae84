using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>Whoever pulls from the repository's own account needs no word of the repository's policy.</summary>
internal sealed class PullingAccountIsAnother : AccountRule<ImageRepositorySettings>
{
    /// <inheritdoc/>
    protected override void Check(ImageRepositorySettings repository, SettingsNode at, StackSettings stack, AwsAccount account)
    {
        if (repository.PullFrom.IndexOf(account.AccountId) is >= 0 and var own)
        {
            at.Key("pullFrom")!.Items()[own].Report(
                "It is the stack's own account, whose roles pull by their own policies (repositories of an entry): leave it out");
        }
    }
}
