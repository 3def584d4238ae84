using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Permissions.Served;

/// <summary>What the features that a role serves do as it.</summary>
internal static class ServedFeatures
{
    public static IEnumerable<Statement> Statements(ExecutionRoleSettings role, AwsAccount account) =>
        role.Serves.Distinct().SelectMany(feature => feature switch
        {
            ServedFeature.FeatureStore => FeatureStore.Statements(role, account),
            ServedFeature.HyperPod => HyperPod.Statements(role, account),
            ServedFeature.Mlflow => Mlflow.Statements(role, account),
            _ => throw new ArgumentOutOfRangeException(nameof(role), feature, "No such feature."),
        });
}
