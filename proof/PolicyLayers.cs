using System.Collections.Immutable;

namespace Proof;

/// <summary>What decides beside the policies and boundaries of identities.</summary>
public sealed record PolicyLayers
{
    /// <summary>Nothing that is known.</summary>
    public static PolicyLayers None { get; } = new();

    /// <summary>The policies that resources bear. Default: none that are known.</summary>
    public ResourcePolicies Resources { get; init; } = ResourcePolicies.None;

    /// <summary>
    /// The service control policies that bound the identities of the stack's account, level by level. Default: none.
    /// </summary>
    public ImmutableArray<ControlPolicies> ServiceControl { get; init; } = [];

    /// <summary>The resource control policies that bound what is done to the account's resources, level by level. Default: none.</summary>
    public ImmutableArray<ControlPolicies> ResourceControl { get; init; } = [];
}
