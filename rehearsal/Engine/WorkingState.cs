using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>A stack in the middle of an update: what is left of before, and what is registered by now.</summary>
/// <param name="before">The stack as the last update left it.</param>
internal sealed class WorkingState(StackState before)
{
    private readonly ConcurrentQueue<string> order = new();

    /// <summary>The stack as the last update left it.</summary>
    public StackState Before => before;

    /// <summary>What is there of before, by URN, under the URN that it has now.</summary>
    public ConcurrentDictionary<string, ResourceState> Old { get; } =
        new(before.Resources.Select(state => KeyValuePair.Create(state.Urn, state)));

    /// <summary>What is registered, by URN.</summary>
    public ConcurrentDictionary<string, ResourceState> Registered { get; } = new();

    /// <summary>What the program has asked for, whatever became of it.</summary>
    public ConcurrentDictionary<string, bool> Claimed { get; } = new();

    /// <summary>What others have taken the place of, to be deleted in the end.</summary>
    public ConcurrentQueue<ResourceState> Superseded { get; } = new();

    /// <summary>What was deleted so that it can be replaced, by URN, with the inputs that made it so.</summary>
    public ConcurrentDictionary<string, InputDiff> DeletedForReplacement { get; } = new();

    /// <summary>The resources as the update leaves them: what was registered, and what is still there of before.</summary>
    public ImmutableArray<ResourceState> Resources => DependencyOrder.Of(
    [
        .. before.Resources.Select(state => state.Urn).Concat(Old.Keys).Distinct()
            .Where(urn => !Registered.ContainsKey(urn)).Select(urn => Old.GetValueOrDefault(urn)).OfType<ResourceState>(),
        .. order.Select(urn => Registered.GetValueOrDefault(urn)).OfType<ResourceState>(),
    ]);

    /// <summary>Notes what was registered.</summary>
    public void Register(ResourceState state)
    {
        Registered[state.Urn] = state;
        order.Enqueue(state.Urn);
    }

    /// <summary>Forgets what is deleted.</summary>
    public void Forget(string urn)
    {
        Old.TryRemove(urn, out _);
        Registered.TryRemove(urn, out _);
    }

    /// <summary>Gives a resource of before the URN that it has now.</summary>
    /// <param name="urn">The URN.</param>
    /// <param name="former">The URNs that it may have had.</param>
    public void TakeOverAliases(string urn, IReadOnlyList<string> former)
    {
        foreach (var alias in former)
        {
            if (!Old.ContainsKey(urn) && Old.TryRemove(alias, out var state))
            {
                Old[urn] = state with { Goal = state.Goal with { Urn = urn } };
            }
        }
    }
}
