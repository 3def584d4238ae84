using System.Collections.Immutable;

namespace SageMakerIam.Settings;

/// <summary>The subnets and security groups that jobs, endpoints and notebooks run in.</summary>
public sealed record VpcSettings
{
    /// <summary>The ids of the subnets, <c>subnet-…</c>.</summary>
    public required ImmutableArray<string> Subnets { get; init; }

    /// <summary>The ids of the security groups, <c>sg-…</c>.</summary>
    public required ImmutableArray<string> SecurityGroups { get; init; }
}
