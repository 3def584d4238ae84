using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A secret can be restored for a week at least, or not at all.</summary>
internal sealed class RecoveryWindowIsAllowed : Rule<ISecret>
{
    /// <inheritdoc/>
    protected override void Check(ISecret secret, SettingsNode at, StackSettings stack)
    {
        if (secret.RecoveryWindowInDays is > 0 and < ISecret.ShortestWindow)
        {
            at.Key("recoveryWindowInDays")!.Report(
                "Expected 0, or a whole number of days from "
                + $"{ISecret.ShortestWindow} to {ISecret.LongestWindow}");
        }
    }
}
