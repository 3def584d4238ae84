using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>The network that everything is launched in.</summary>
internal sealed record RequiredVpc
{
    /// <summary>The ids of the subnets, <c>subnet-…</c>.</summary>
    [Format<SubnetId>, NotEmpty, ListOf("ids of subnets")]
    public required ImmutableArray<string> Subnets { get; init; }

    /// <summary>The ids of the security groups, <c>sg-…</c>.</summary>
    [Format<SecurityGroupId>, NotEmpty, ListOf("ids of security groups")]
    public required ImmutableArray<string> SecurityGroups { get; init; }

    /// <summary>Whether what is launched must also be cut off from the network itself, where SageMaker can do so. Default: false.</summary>
    public bool NetworkIsolation { get; init; }
}
