using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>Who must use its KMS keys has some.</summary>
internal sealed class RequiredKeysAreNamed : Rule<IControlled>
{
    /// <inheritdoc/>
    protected override void Check(IControlled principal, SettingsNode at, StackSettings stack)
    {
        if (principal.RequireKeys && principal.KmsKeys.IsEmpty)
        {
            at.Key("requireKeys")!.Report("It asks for one of the kmsKeys, and there are none: name them as well");
        }
    }
}
