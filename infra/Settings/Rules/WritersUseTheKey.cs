using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A key of the stack is used by those alone who are named, so that somebody has to be who puts a secret's value there.</summary>
internal sealed class WritersUseTheKey : Rule<ManagedSecretSettings>
{
    /// <inheritdoc/>
    protected override void Check(ManagedSecretSettings secret, SettingsNode at, StackSettings stack)
    {
        if (secret.KmsKey is { } key && Arn.Parse(key) is null && secret.Writers.IsEmpty)
        {
            at.Key("kmsKey")!.Report("Nobody could put the secret's value there: name its writers, who then use the key");
        }
    }
}
