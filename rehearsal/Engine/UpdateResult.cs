using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>How an update, or a preview of one, went.</summary>
/// <param name="Steps">What was done, or would be.</param>
/// <param name="State">The stack after it.</param>
/// <param name="Failures">The steps that failed.</param>
/// <param name="Warnings">The warnings that the program logged, and what is to be said of calls of providers that were got over.</param>
/// <param name="Errors">The errors that the program logged.</param>
/// <param name="Exit">How the program's process ended.</param>
/// <param name="Calls">The calls that providers made.</param>
internal sealed record UpdateResult(
    ImmutableArray<Step> Steps,
    StackState State,
    ImmutableArray<StepFailure> Failures,
    ImmutableArray<string> Warnings,
    ImmutableArray<string> Errors,
    ProgramExit Exit,
    ProviderCalls Calls)
{
    /// <summary>Whether the program and every step succeeded.</summary>
    public bool Succeeded => Exit.Code == 0 && Failures.IsEmpty && Errors.IsEmpty;

    /// <summary>Whether something was created, updated, replaced, imported or deleted.</summary>
    public bool ChangedSomething => Calls.Writes > 0 || Steps.Any(step => step.Kind is not (StepKind.Same or StepKind.Read));
}
