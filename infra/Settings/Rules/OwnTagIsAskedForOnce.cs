using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>What a principal's own tag already says of all that it makes, is not said again with other values.</summary>
internal sealed class OwnTagIsAskedForOnce : Rule<GuardrailSettings>
{
    /// <inheritdoc/>
    protected override void Check(GuardrailSettings guardrails, SettingsNode at, StackSettings stack)
    {
        foreach (var (index, tag) in guardrails.RequestTags.Index())
        {
            if (tag.Key == guardrails.PrincipalTag?.Key)
            {
                at.Key("requestTags")!.Items().ElementAt(index).Key("key")!.Report(
                    "The principalTag asks for the same tag, with its own value alone: leave it out here");
            }
        }
    }
}
