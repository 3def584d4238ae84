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
        Refuse("The preview does not show", all.Where(change => !change.IsShownBy(preview)), preview);

        var up = await stack.UpAsync(config).ConfigureAwait(false);
        await changes.ForgetAsync().ConfigureAwait(false);
        var after = await AccessAsync().ConfigureAwait(false);
        if (!up.Succeeded || after != before)
        {
            Refuse("The update does not mend all of", all, up);
        }

        return [.. all.Select(change => change.What), .. await LoseKeysAsync(before).ConfigureAwait(false)];
    }

    /// <summary>
    /// Deletes the access keys of all users by hand, then the users: both are refused until the keys get a new generation, since whoever
    /// works with a lost key has to be handed a new one.
    /// </summary>
    /// <param name="before">The access that is to be there afterwards.</param>
    private async Task<ImmutableArray<string>> LoseKeysAsync(string before)
    {
        var lost = new LostKeys(stack.State.Resources);
        if (lost.Keys.IsEmpty)
        {
            return [];
        }

        ImmutableArray<HandChange> all = [.. lost.Keys, .. lost.Users];
        foreach (var changes in new[] { lost.Keys, lost.Users }.Where(changes => !changes.IsEmpty))
        {
            foreach (var change in changes)
            {
                await change.MakeAsync().ConfigureAwait(false);
            }

            var preview = await stack.PreviewAsync(config).ConfigureAwait(false);
            if (changes.FirstOrDefault(change => !change.IsShownBy(preview)) is { } unseen)
            {
                Refuse("The preview does not refuse", [unseen], preview);
            }
        }

        var up = await stack.UpAsync(lost.WithNewGenerations(config)).ConfigureAwait(false);
        if (!up.Succeeded || await AccessAsync().ConfigureAwait(false) != before)
        {
            Refuse("New generations of the keys do not mend all of", all, up);
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
