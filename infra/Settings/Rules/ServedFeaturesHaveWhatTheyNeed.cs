using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A role that serves a feature says on what.</summary>
internal sealed class ServedFeaturesHaveWhatTheyNeed : Rule<ExecutionRoleSettings>
{
    /// <inheritdoc/>
    protected override void Check(ExecutionRoleSettings role, SettingsNode at, StackSettings stack)
    {
        foreach (var (index, feature) in role.Serves.Index())
        {
            var item = at.Key("serves")!.Items().ElementAt(index);
            if (feature == ServedFeature.Mlflow && role.ResourcePrefixes.IsEmpty)
            {
                item.Report("It registers models: say how the names of their groups begin in resourcePrefixes");
            }
            else if (feature == ServedFeature.FeatureStore && !role.Buckets.Any(bucket => bucket.Access.Contains(S3AccessLevel.Write)))
            {
                item.Report("The offline store is in S3: name its bucket in buckets, with the access to write");
            }
        }
    }
}
