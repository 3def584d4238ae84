using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>What the last update of a stack left behind.</summary>
/// <param name="Resources">The resources, each after those that it needs.</param>
/// <param name="Outputs">The stack's outputs, secrets marked.</param>
internal sealed record StackState(ImmutableArray<ResourceState> Resources, ImmutableDictionary<string, object?> Outputs)
{
    /// <summary>A stack that was never updated.</summary>
    public static StackState Empty { get; } = new([], ImmutableDictionary<string, object?>.Empty);
}
