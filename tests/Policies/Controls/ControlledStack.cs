using System.Collections.Immutable;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary>A stack with a deployer, <c>ci</c>, and an execution role, which a bucket, a secret and a key of its own are for.</summary>
internal static class ControlledStack
{
    /// <summary>The stack without any control, whose deployer and role have one activity.</summary>
    public static StackSettings With(MLActivity activity) => new()
    {
        Keys = Entry("data", new KeySettings()),
        ExecutionRoles = Entry("churn", new ExecutionRoleSettings
        {
            Buckets = [new() { Name = "churn-data", Access = [S3AccessLevel.Read] }],
            Secrets = ["ml/token"],
            KmsKeys = ["data"],
        }),
        Deployers = Entry("ci", ControlledDeployer.WithoutControls with
        {
            Activities = [activity],
            Buckets = [new() { Name = "churn-data", Access = [S3AccessLevel.Read, S3AccessLevel.Write] }],
            KmsKeys = [ControlledDeployer.Key, "data"],
        }),
    };

    private static ImmutableSortedDictionary<string, T> Entry<T>(string name, T settings) =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal).Add(name, settings);
}
