using Rehearsal.Engine;

namespace SageMakerIam.Tests.Recordings;

/// <summary>The order of the steps of resources of which one needs the other, or which are one.</summary>
internal static class RecordedOrder
{
    private static readonly Dictionary<(string Type, string Name), HashSet<(string Type, string Name)>> Needs = RecordedCommand.All
        .SelectMany(command => command.Calls)
        .Where(call => call.ResourceUrn is not null)
        .GroupBy(call => Key(call.ResourceUrn!))
        .ToDictionary(calls => calls.Key, calls => calls.SelectMany(call => call.Needs).Select(Key).ToHashSet());

    /// <summary>What did not begin before another had ended when it was recorded, and does now.</summary>
    public static IEnumerable<string> Differences(IReadOnlyList<RecordedEvent> recorded, IReadOnlyList<RecordedEvent> actual)
    {
        var (before, now) = (Spans(recorded), Spans(actual));
        return
            from first in before
            from second in before
            where first.Value.End < second.Value.Begin && AreRelated(first.Key, second.Key)
            where now.TryGetValue(first.Key, out var one) && now.TryGetValue(second.Key, out var other) && one.End >= other.Begin
            select $"{second.Key.Op} {second.Key.Name} does not wait for {first.Key.Op} {first.Key.Name}";
    }

    // What is looked at is looked at all at once.
    private static Dictionary<(string Op, string Type, string Name), (int Begin, int End)> Spans(
        IReadOnlyList<RecordedEvent> events) => events
        .Select((step, index) => (step, index))
        .Where(entry => entry.step.Op != "refresh")
        .GroupBy(entry => (entry.step.Op, entry.step.Type, entry.step.Name), entry => entry.index)
        .ToDictionary(group => group.Key, group => (group.Min(), group.Max()));

    private static bool AreRelated((string Op, string Type, string Name) one, (string Op, string Type, string Name) other)
    {
        var (left, right) = ((one.Type, one.Name), (other.Type, other.Name));
        return left == right || NeedsOf(left).Contains(right) || NeedsOf(right).Contains(left);
    }

    private static HashSet<(string Type, string Name)> NeedsOf((string Type, string Name) resource)
    {
        var all = new HashSet<(string Type, string Name)>();
        var open = new Stack<(string Type, string Name)>([resource]);
        while (open.TryPop(out var next))
        {
            foreach (var needed in Needs.GetValueOrDefault(next, []).Where(all.Add))
            {
                open.Push(needed);
            }
        }

        return all;
    }

    private static (string Type, string Name) Key(string urn) => (Urn.Type(urn), Urn.Name(urn));
}
