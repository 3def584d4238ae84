using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>
/// An issuer whose tokens the jobs of all its customers have is named by its own setting, which binds them to a repository, project or
/// stack.
/// </summary>
internal sealed class SharedIssuerHasItsSetting : Rule<AssumedBySettings>
{
    /// <inheritdoc/>
    protected override void Check(AssumedBySettings assumedBy, SettingsNode at, StackSettings stack)
    {
        if (assumedBy.Oidc is { } token && OidcIssuer.Shared.TryGetValue(OidcIssuer.At(token.Issuer), out var setting))
        {
            at.Key("oidc")!.Key("issuer")!.Report($"Say {Setting.KeyOf(setting)}, which knows what its subjects mean");
        }
    }
}
