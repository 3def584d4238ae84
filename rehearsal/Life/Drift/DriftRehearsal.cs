using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws;

namespace Rehearsal.Life.Drift;

/// <summary>
/// Changes by hand what a stack made, all at once, and sees that a plain preview shows each change, and that a plain update leaves the
/// account as it was, so that what was proven of it holds again.
/// </summary>
/// <param name="aws">The emulated AWS.</param>
/// <param name="stack">The stack.</param>
/// <param name="config">The configuration of its last update.</param>
internal sealed class DriftRehearsal(EmulatedAws aws, PulumiStack stack, ProgramConfig config)
{
    /// <summary>Rehearses it, and answers the changes.</summary>
    /// <exception cref="StepFailedException">A change is not seen, or not mended.</exception>
    public async Task<ImmutableArray<string>> RunAsync()
    {
        var changes = new HandChanges(aws, stack.State.Resources);
        ImmutableArray<HandChange> all = [.. changes.All];
        if (all.IsEmpty)
        {
            return [];
        }

        var before = await AccessAsync().ConfigureAwait(false);
        foreach (var change in all)
        {
            await change.MakeAsync().ConfigureAwait(false);
        }

        var preview = await stack.PreviewAsync(config).ConfigureAwait(false);
        var shown = preview.Steps.Where(step => step.Changes).Select(step => step.Urn).ToHashSet();
        Refuse("The preview does not show", all.Where(change => !shown.Contains(change.Resource.Urn)), preview);

        var up = await stack.UpAsync(config).ConfigureAwait(false);
        await changes.ForgetAsync().ConfigureAwait(false);
        var after = await AccessAsync().ConfigureAwait(false);
        if (!up.Succeeded || after != before)
        {
            Refuse("The update does not mend all of", all, up);
        }

        return [.. all.Select(change => change.What)];
    }

    private static void Refuse(string why, IEnumerable<HandChange> changes, UpdateResult result)
    {
        var lines = changes.Select(change => $"  {change.What} ({change.Resource.Urn})")
            .Concat(result.Failures.Select(failure => $"  {failure.What}: {failure.Message}"))
            .Concat(result.Errors.Select(error => $"  {error}"))
            .ToList();
        if (lines.Count > 0)
        {
            throw new StepFailedException($"{why} what was changed by hand:\n{string.Join('\n', lines)}");
        }
    }

    private async Task<string> AccessAsync()
    {
        var accounts = aws.Targets.DistinctBy(target => target.Account).Select(aws.AccessAsync);
        return string.Join('\n', await Task.WhenAll(accounts).ConfigureAwait(false));
    }
}
