using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A deployer that must use its KMS keys has some.</summary>
internal sealed class RequiredKeysAreNamed : Rule<DeployerSettings>
{
    /// <inheritdoc/>
    protected override void Check(DeployerSettings deployer, SettingsNode at, StackSettings stack)
    {
        if (deployer.RequireKeys && deployer.KmsKeys.IsEmpty)
        {
            at.Key("requireKeys")!.Report("It asks for one of the kmsKeys, and there are none: name them as well");
        }
    }
}
