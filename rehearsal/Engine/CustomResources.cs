using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>Makes the resources that providers manage what the program wants them to be.</summary>
/// <param name="context">What the update works with.</param>
/// <param name="stack">The stack.</param>
/// <param name="providers">Finds their providers.</param>
/// <param name="removal">Deletes what has to go before it is replaced.</param>
/// <param name="log">Where to note what is done.</param>
internal sealed class CustomResources(
    UpdateContext context, WorkingState stack, ProviderDirectory providers, Removal removal, StepLog log) : IDisposable
{
    // One resource is planned at a time, as a replacement may take others with it.
    private readonly SemaphoreSlim planning = new(1);

    /// <inheritdoc/>
    public void Dispose() => planning.Dispose();

    /// <summary>What is known of a resource that cannot be made, as something that it is made of is not there.</summary>
    public async Task<ResourceState> PlanAsync(ResourceGoal goal)
    {
        var provider = providers.OfResource(goal);
        var planned = provider.Check(goal, last: null);
        var made = await provider.CreateAsync(planned, isPreview: true).ConfigureAwait(false);
        var known = planned.NameIsGenerated ? made.Outputs.With("name", null) : made.Outputs;
        return new ResourceState(planned, "", known, provider);
    }

    /// <summary>Makes a resource, and says what that was: a step, and the inputs that differ.</summary>
    public async Task<(ResourceState State, StepKind Kind, ImmutableArray<string> Changed)> RegisterAsync(ResourceGoal goal)
    {
        var (provider, asked) = (providers.OfResource(goal), goal);
        ResourceState? last;
        InputDiff diff;
        bool imports;
        bool replace;
        bool deleted;
        await planning.WaitAsync().ConfigureAwait(false);
        try
        {
            last = stack.Old.GetValueOrDefault(goal.Urn);
            imports = IsImport(goal, last);
            if (imports)
            {
                Supersede(last);
                last = await log.RunAsync(StepKind.Import, goal.Urn, diff: null, () => ImportAsync(provider, asked)).ConfigureAwait(false);
            }

            goal = provider.Check(asked, last);
            diff = last is null ? InputDiff.None : provider.Diff(last, goal);
            replace = last is not null && (!diff.Replaces.IsEmpty || provider.IsElsewhere(goal.Type, last.Provider!));
            deleted = stack.DeletedForReplacement.TryGetValue(goal.Urn, out var cause);
            if (replace)
            {
                RefuseReplacedImport(goal, diff);
                goal = provider.Check(asked, last, isReplacement: true);
                deleted = await PrepareReplacementAsync(goal, last!, diff).ConfigureAwait(false);
            }
            else if (deleted)
            {
                // It goes with another one, whatever its own inputs are.
                (replace, diff) = (true, cause!);
            }

            if (replace && deleted)
            {
                log.Pass(StepKind.Replace, goal.Urn, last is null ? null : diff);
            }
        }
        finally
        {
            planning.Release();
        }

        var kind = replace ? StepKind.Replace : last is null ? StepKind.Create : diff.Changed.IsEmpty ? StepKind.Same : StepKind.Update;
        var made = imports && kind == StepKind.Same
            ? new MadeResource(last!.Id, last.Outputs)
            : await MakeAsync(kind, provider, last, goal, diff).ConfigureAwait(false);
        if (replace && !deleted)
        {
            log.Pass(StepKind.Replace, goal.Urn, diff);
        }

        return (
            new ResourceState(goal, made.Id, made.Outputs, provider),
            imports ? StepKind.Import : kind,
            last is null ? [] : diff.Changed);
    }

    /// <summary>Makes a resource what it is to be.</summary>
    private async Task<MadeResource> MakeAsync(StepKind kind, IProvider provider, ResourceState? last, ResourceGoal goal, InputDiff diff)
    {
        switch (kind)
        {
            case StepKind.Same:
                log.End(kind, goal.Urn);
                return new MadeResource(last!.Id, last.Outputs);
            case StepKind.Update:
                return await log.RunAsync(kind, goal.Urn, diff, () => provider.UpdateAsync(last!, goal, context.IsPreview))
                    .ConfigureAwait(false);
            case StepKind.Replace:
                kind = StepKind.CreateReplacement;
                break;
        }

        return await log.RunAsync(kind, goal.Urn, diff, () => provider.CreateAsync(goal, context.IsPreview)).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether a registration takes a resource over. What the stack manages already under that id is not imported again
    /// (pulumi/pulumi, <c>pkg/resource/deploy/step_generator.go</c>, isImport).
    /// </summary>
    private static bool IsImport(ResourceGoal goal, ResourceState? last)
    {
        var known = last?.Goal.ImportId is { Length: > 0 } imported ? imported : last?.Id;
        return goal.ImportId.Length > 0 && (last is null || last.IsExternal || known != goal.ImportId);
    }

    /// <summary>What an import takes the place of is deleted in the end.</summary>
    private void Supersede(ResourceState? last)
    {
        if (last is { IsExternal: false })
        {
            Protection.Refuse([last], "replaced, as another is imported in its place");
            stack.Superseded.Enqueue(last);
        }
    }

    /// <summary>Reads the resource that a registration takes over, as if an earlier update had registered it.</summary>
    private static async Task<ResourceState> ImportAsync(IProvider provider, ResourceGoal goal)
    {
        var found = await provider.ReadAsync(goal.Type, goal.ImportId).ConfigureAwait(false)
            ?? throw new EngineException($"resource '{goal.ImportId}' does not exist, so that it cannot be imported");

        // Whoever gave it its name: a program that gives none keeps it.
        var imported = goal with { Inputs = found.Inputs, NameIsGenerated = true };
        return new ResourceState(imported, goal.ImportId, found.Outputs, provider);
    }

    private static void RefuseReplacedImport(ResourceGoal goal, InputDiff diff)
    {
        if (goal.ImportId.Length > 0)
        {
            throw new EngineException(
                "previously-imported resources that still specify an ID may not be replaced: "
                + $"{string.Join(", ", diff.Replaces)} cannot be changed in place. "
                + $"Give the values that '{goal.ImportId}' has, or import it no more");
        }
    }

    /// <returns>Whether what is replaced is deleted now, and not in the end.</returns>
    private async Task<bool> PrepareReplacementAsync(ResourceGoal goal, ResourceState last, InputDiff diff)
    {
        var reason = diff.Replaces.IsEmpty
            ? "replaced, as its provider works elsewhere"
            : $"replaced, as {string.Join(", ", diff.Replaces)} changed";
        Protection.Refuse([last], reason);
        if (!(goal.DeleteBeforeReplace ?? diff.DeletesFirst))
        {
            stack.Superseded.Enqueue(last);
            return false;
        }

        var doomed = Dependents.ToReplaceWith(last, [.. stack.Before.Resources.Where(state => stack.Old.ContainsKey(state.Urn))]);
        Protection.Refuse(
            [.. doomed.Select(dependent => dependent.State)], $"replaced, as {last.Goal.Name} is deleted before it is replaced");
        foreach (var (state, cause) in doomed.Prepend((last, diff)).Reverse())
        {
            await removal.DeleteAsync(state, StepKind.DeleteReplaced).ConfigureAwait(false);
            stack.Old.TryRemove(state.Urn, out _);
            stack.DeletedForReplacement[state.Urn] = cause;
        }

        return true;
    }
}
