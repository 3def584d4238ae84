using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>How an update, or a preview of one, went.</summary>
/// <param name="Steps">What was done, or would be, one a resource.</param>
/// <param name="Events">The same as the engine tells it while it runs.</param>
/// <param name="State">The stack after it.</param>
/// <param name="Failures">The steps that failed.</param>
/// <param name="Warnings">The warnings that the program logged, and what is to be said of calls of providers that were got over.</param>
/// <param name="Errors">The errors that the program logged.</param>
/// <param name="Exit">How the program's process ended.</param>
/// <param name="Calls">The calls that providers made.</param>
internal sealed record UpdateResult(
    ImmutableArray<Step> Steps,
    ImmutableArray<StepEvent> Events,
    StackState State,
    ImmutableArray<StepFailure> Failures,
    ImmutableArray<string> Warnings,
    ImmutableArray<string> Errors,
    ProgramExit Exit,
    ProviderCalls Calls)
{
    /// <summary>How long the engine says that it took. Default: null, it does not say.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether the program and every step succeeded.</summary>
    public bool Succeeded => Exit.Code == 0 && Failures.IsEmpty && Errors.IsEmpty;

    /// <summary>How many steps there were of each kind, as Pulumi's summary counts them.</summary>
    public ImmutableSortedDictionary<StepKind, int> Changes => Steps.Where(step => step.Counts)
        .GroupBy(step => step.Kind).ToImmutableSortedDictionary(group => group.Key, group => group.Count());

    /// <summary>
    /// The errors in the words of Pulumi: what a provider refuses is said by the provider and by the engine. An update that fails says so
    /// in the end, unless the program did.
    /// </summary>
    public IEnumerable<string> Diagnostics =>
    [
        .. Failures.SelectMany(failure => failure.IsProviders
            ? new[] { failure.Message, $"1 error occurred:\n\t* {failure.Message}" }
            : [failure.Message]),
        .. Errors,
        .. Failures.IsEmpty || !Errors.IsEmpty ? Array.Empty<string>() : ["update failed"],
    ];

    /// <summary>Whether something was created, updated, replaced, imported or deleted.</summary>
    public bool ChangedSomething => Calls.Writes > 0 || Steps.Any(step => step.Changes);
}
