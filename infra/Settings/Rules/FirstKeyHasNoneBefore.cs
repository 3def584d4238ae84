using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>The first generation of an access key has none before it.</summary>
internal sealed class FirstKeyHasNoneBefore : Rule<AccessKeySettings>
{
    /// <inheritdoc/>
    protected override void Check(AccessKeySettings settings, SettingsNode at, StackSettings stack)
    {
        if (settings is { Generation: 1, Previous: not PreviousAccessKey.Gone })
        {
            at.Key("previous")!.Report("Generation 1 has none before it: raise the generation, or leave previous out");
        }
    }
}
