using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A secret can be restored for a week at least, or not at all.</summary>
internal sealed class RecoveryWindowIsAllowed : Rule<SecretsManagerSettings>
{
    /// <inheritdoc/>
    protected override void Check(SecretsManagerSettings secret, SettingsNode at, StackSettings stack)
    {
        if (secret.RecoveryWindowInDays is > 0 and < SecretsManagerSettings.ShortestWindow)
        {
            at.Key("recoveryWindowInDays")!.Report(
                "Expected 0, or a whole number of days from "
                + $"{SecretsManagerSettings.ShortestWindow} to {SecretsManagerSettings.LongestWindow}");
        }
    }
}
