namespace Rehearsal.Engine;

/// <summary>Deletes, dependents first, what an update has no place for.</summary>
/// <param name="context">What the update works with.</param>
/// <param name="options">How it is run.</param>
/// <param name="stack">The stack.</param>
/// <param name="log">Where to note it.</param>
internal sealed class Removal(UpdateContext context, UpdateOptions options, WorkingState stack, StepLog log)
{
    /// <summary>Deletes what the program registered no more, and what was replaced.</summary>
    public Task DeleteUnregisteredAsync() => DeleteAsync(
    [
        .. stack.Before.Resources
            .Select(state => stack.Old.GetValueOrDefault(state.Urn) ?? state)
            .Where(state => !stack.Claimed.ContainsKey(state.Urn) && options.IsTarget(state.Urn))
            .Where(state => stack.Old.ContainsKey(state.Urn) || stack.DeletedForReplacement.ContainsKey(state.Urn)),
    ]);

    /// <summary>Deletes everything.</summary>
    public Task DeleteAllAsync() => DeleteAsync(stack.Before.Resources);

    /// <summary>Deletes one resource.</summary>
    /// <param name="state">The resource.</param>
    /// <param name="kind">Whether it is gone then, or replaced.</param>
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> DeleteAsync(ResourceState state, StepKind kind)
    {
        try
        {
            return await log.RunAsync(kind, state.Urn, diff: null, async () =>
            {
                await (context.IsPreview ? Task.CompletedTask : Deletion.RunAsync(state)).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
        catch (ProviderException refused)
        {
            log.Add(new StepFailure(state.Urn, $"it cannot be deleted: {refused.Message}"));
            return false;
        }
    }

    private async Task DeleteAsync(IReadOnlyList<ResourceState> gone)
    {
        try
        {
            Protection.Refuse(gone, "deleted");
        }
        catch (EngineException refused)
        {
            log.Add(new StepFailure(gone.First(state => state.Goal.IsProtected).Urn, refused.Message));
            return;
        }

        var goneUrns = gone.Select(state => state.Urn).ToHashSet();
        var replaced = stack.Superseded.ToDictionary(state => state.Urn);
        foreach (var state in stack.Before.Resources.Reverse())
        {
            if (replaced.TryGetValue(state.Urn, out var half))
            {
                await DeleteAsync(half, StepKind.DeleteReplaced).ConfigureAwait(false);
            }
            else if (goneUrns.Contains(state.Urn))
            {
                var kind = state.IsExternal ? StepKind.Discard : StepKind.Delete;
                if (stack.DeletedForReplacement.ContainsKey(state.Urn) || await DeleteAsync(state, kind).ConfigureAwait(false))
                {
                    stack.Forget(state.Urn);
                    log.Add(new Step(state.Urn, state.Goal.Parent, kind, []));
                }
            }

            if (!log.Failures.IsEmpty && !options.ContinueOnError)
            {
                return;
            }
        }
    }
}
