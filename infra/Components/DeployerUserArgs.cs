using System.Collections.Immutable;
using Pulumi;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>What a <see cref="DeployerUser"/> is made from.</summary>
internal sealed class DeployerUserArgs : ResourceArgs
{
    public required DeployerSettings Settings { get; init; }

    /// <summary>The policies that are planned for it.</summary>
    public required PlannedPolicies Policies { get; init; }

    /// <summary>The ARNs of its execution roles, in the order of <see cref="DeployerSettings.ExecutionRoles"/>.</summary>
    public required InputList<string> ExecutionRoleArns { get; init; }

    /// <summary>The ARNs of those who read the secret that holds its key, once the stack's own are made.</summary>
    public required Output<ImmutableArray<string>> SecretReaders { get; init; }

    /// <summary>The ARNs of the stack's keys.</summary>
    public required Output<OwnKeyArns> KeyArns { get; init; }

    /// <summary>The account and region that the deployer works in.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The ARN of the policy that bounds what it can ever do; null for none.</summary>
    public Input<string>? PermissionsBoundary { get; init; }
}
