using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>The keys that a client makes of names need names.</summary>
internal sealed class ClientKeysAreOfNames : Rule<ScopeSettings>
{
    /// <inheritdoc/>
    protected override void Check(ScopeSettings scope, SettingsNode at, StackSettings stack)
    {
        if (!scope.ResourcePrefixes.IsEmpty || !scope.ClientDefaults.IsEmpty)
        {
            return;
        }

        foreach (var bucket in at.Key("buckets")?.Items() ?? [])
        {
            if (bucket.Key("clientKeys") is { } keys && keys.Boolean() == true)
            {
                keys.Report("The keys are made of the names of jobs, models and endpoints: say how those begin in resourcePrefixes");
            }
        }
    }
}
