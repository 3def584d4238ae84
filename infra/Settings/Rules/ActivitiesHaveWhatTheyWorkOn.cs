using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>An activity on what SageMaker names itself is on what the settings name.</summary>
internal sealed class ActivitiesHaveWhatTheyWorkOn : Rule<ScopeSettings>
{
    /// <inheritdoc/>
    protected override void Check(ScopeSettings scope, SettingsNode at, StackSettings stack)
    {
        foreach (var (index, activity) in scope.Activities.Index())
        {
            if (activity.Needs is { } setting && at.Key(setting) is null)
            {
                at.Key("activities")!.Items().ElementAt(index).Report($"No prefix tells what it is allowed on: name that in {setting}");
            }
        }
    }
}
