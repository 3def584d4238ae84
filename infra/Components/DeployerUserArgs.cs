using Pulumi;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>What a <see cref="DeployerUser"/> is made from.</summary>
public sealed class DeployerUserArgs : ResourceArgs
{
    /// <summary>The settings of the deployer.</summary>
    public required DeployerSettings Settings { get; init; }

    /// <summary>The ARNs of its execution roles, in the order of <see cref="DeployerSettings.ExecutionRoles"/>.</summary>
    public required InputList<string> ExecutionRoleArns { get; init; }

    /// <summary>The account and region that the deployer works in.</summary>
    public required AwsAccount Account { get; init; }
}
