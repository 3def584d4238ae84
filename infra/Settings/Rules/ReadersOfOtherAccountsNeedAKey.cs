using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>Another account cannot use the key that AWS manages for secrets.</summary>
internal sealed class ReadersOfOtherAccountsNeedAKey : AccountRule<ISecret>
{
    /// <inheritdoc/>
    protected override void Check(ISecret secret, SettingsNode at, StackSettings stack, AwsAccount account)
    {
        if (secret.KmsKey is null && secret.ReadersOutside(account).Any())
        {
            at.Key("readers")!.Report(
                "Another account cannot use the key aws/secretsmanager: give a kmsKey whose policy lets the readers decrypt");
        }
    }
}
