using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Reading;

/// <summary>Reads the <c>secretsManager</c> of a deployer.</summary>
internal static class SecretsManagerReader
{
    private const int ShortestWindow = 7;

    private static readonly SecretsManagerSettings Default = new();

    public static SecretsManagerSettings Read(SettingsReader entry, AwsAccount account)
    {
        var window = entry.Key("recoveryWindowInDays");
        var readers = entry.Key("readers");
        var settings = new SecretsManagerSettings
        {
            KmsKey = entry.Key("kmsKey")?.Text(TextRule.KmsKey(account)),
            Readers = readers?.Items("Expected a list of ARNs of roles and users", item => item.Text(TextRule.RoleOrUserArn(account))) ?? [],
            RecoveryWindowInDays = window?.WholeNumber(0, Default.RecoveryWindowInDays, "days") ?? Default.RecoveryWindowInDays,
        };
        if (settings.RecoveryWindowInDays is > 0 and < ShortestWindow)
        {
            window!.Report($"Expected 0, or a whole number of days from {ShortestWindow} to {Default.RecoveryWindowInDays}");
        }

        if (settings.KmsKey is null && settings.Readers.Any(reader => !account.MayBe(Arn.Parse(reader)!.AccountId)))
        {
            readers!.Report("Another account cannot use the key aws/secretsmanager: give a kmsKey whose policy lets the readers decrypt");
        }

        entry.RejectOtherKeys();
        return settings;
    }
}
