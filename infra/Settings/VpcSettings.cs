using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>The subnets and security groups that jobs, endpoints and notebooks run in.</summary>
internal sealed record VpcSettings
{
    /// <summary>The ids of the subnets, <c>subnet-…</c>.</summary>
    [Format<SubnetId>, ListOf("ids of subnets")]
    public required ImmutableArray<string> Subnets { get; init; }

    /// <summary>The ids of the security groups, <c>sg-…</c>.</summary>
    [Format<SecurityGroupId>, ListOf("ids of security groups")]
    public required ImmutableArray<string> SecurityGroups { get; init; }

    /// <summary>
    /// Whether processing jobs run there as well. AWS checks the role when one is created, and refuses it where its permissions for network
    /// interfaces have any condition or name any resource: with true, it has them everywhere in the account. With false, they are for
    /// these subnets and security groups alone, and no processing job with a VPC can be created. Default: true.
    /// </summary>
    /// <remarks>SageMaker AI Developer Guide, "How to use SageMaker AI execution roles", CreateProcessingJob, private VPC.</remarks>
    public bool ProcessingJobs { get; init; } = true;
}
