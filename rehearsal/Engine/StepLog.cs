using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>What an update does, noted as it does it.</summary>
internal sealed class StepLog
{
    private readonly ConcurrentQueue<StepEvent> events = new();
    private readonly ConcurrentQueue<Step> steps = new();
    private readonly ConcurrentQueue<StepFailure> failures = new();

    /// <summary>The steps, one a resource.</summary>
    public ImmutableArray<Step> Steps => [.. steps];

    /// <summary>The events, in their order: a replacement has several steps here.</summary>
    public ImmutableArray<StepEvent> Events => [.. events];

    /// <summary>The steps that failed.</summary>
    public ImmutableArray<StepFailure> Failures => [.. failures];

    /// <summary>Notes a step.</summary>
    public void Add(Step step) => steps.Enqueue(step);

    /// <summary>Notes that a step failed, and why.</summary>
    public void Add(StepFailure failure) => failures.Enqueue(failure);

    /// <summary>Notes that a step begins.</summary>
    public void Begin(StepKind kind, string urn, InputDiff? diff = null) => Add(StepPhase.Begins, kind, urn, diff);

    /// <summary>Notes that a step is done.</summary>
    public void End(StepKind kind, string urn, InputDiff? diff = null) => Add(StepPhase.Ends, kind, urn, diff);

    /// <summary>Notes a step that needs no call of a provider: it begins and is done.</summary>
    public void Pass(StepKind kind, string urn, InputDiff? diff = null)
    {
        Begin(kind, urn, diff);
        End(kind, urn, diff);
    }

    /// <summary>Does a step, and notes how it went.</summary>
    public async Task<T> RunAsync<T>(StepKind kind, string urn, InputDiff? diff, Func<Task<T>> run)
    {
        Begin(kind, urn, diff);
        try
        {
            var done = await run().ConfigureAwait(false);
            End(kind, urn, diff);
            return done;
        }
        catch (Exception refused) when (refused is ProviderException or EngineException)
        {
            Add(StepPhase.Fails, kind, urn, diff);
            throw;
        }
    }

    private void Add(StepPhase phase, StepKind kind, string urn, InputDiff? diff)
    {
        diff ??= InputDiff.None;
        var replaces = kind is StepKind.Replace or StepKind.CreateReplacement ? diff.Replaces : [];
        events.Enqueue(new StepEvent(phase, kind, urn, diff.Changed, replaces, diff.Kinds));
    }
}
