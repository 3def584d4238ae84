using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>One event of an update, as the engine tells it while it runs.</summary>
/// <param name="Phase">Whether something begins, or how it has ended.</param>
/// <param name="Kind">What is done; at the end of a refresh, what it came to.</param>
/// <param name="Urn">The resource.</param>
/// <param name="Changed">The names of the inputs that differ.</param>
/// <param name="Replaces">The names of the inputs that only a replacement can change, for a replacement.</param>
/// <param name="Kinds">The kind of each change, see <see cref="InputDiff.Kinds"/>.</param>
/// <remarks>pulumi/pulumi, <c>sdk/go/common/apitype/events.go</c>: ResourcePreEvent, ResOutputsEvent, ResOpFailedEvent.</remarks>
internal sealed record StepEvent(
    StepPhase Phase,
    StepKind Kind,
    string Urn,
    ImmutableArray<string> Changed,
    ImmutableArray<string> Replaces,
    ImmutableSortedDictionary<string, string> Kinds);

/// <summary>How far a step is.</summary>
internal enum StepPhase
{
    /// <summary>It begins.</summary>
    Begins,

    /// <summary>It is done.</summary>
    Ends,

    /// <summary>It is not done.</summary>
    Fails,
}
