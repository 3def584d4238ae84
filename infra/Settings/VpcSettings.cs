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
}
