using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Life.Drift;
using Rehearsal.Output;
using Rehearsal.Providers;
using Rehearsal.Providers.Aws;
using Rehearsal.Report;
using Rehearsal.StackFiles;

namespace Rehearsal.Life;

/// <summary>
/// Plays the whole life of stacks in one emulated account: preview, up and up again for each stack file, then destroy.
/// </summary>
/// <param name="aws">The emulated AWS.</param>
/// <param name="screen">Where to say what happens.</param>
/// <param name="time">Where to note how long it takes.</param>
/// <param name="programOf">How a project's program is run.</param>
/// <param name="pulumi">Pulumi's own engine; null for the rehearsal's.</param>
internal sealed class StackLife(
    EmulatedAws aws, Screen screen, Stopwatches time, Func<PulumiProject, IPulumiProgram> programOf, LifeInPulumi? pulumi)
{
    // The program's own words for a configuration that it refuses; they name the paths and the remedies.
    private const string RefusedConfiguration = "Configuration of stack";

    private readonly List<(string Key, IStack Stack)> stacks = [];
    private readonly Dictionary<IStack, ProgramConfig> configs = [];
    private readonly AccessKeyHistory accessKeys = new();

    /// <summary>Rehearses one stack file: an update of the stack that the project already has here, or of a new one.</summary>
    /// <param name="argument">The stack file.</param>
    /// <param name="account">The account of the credentials that a new stack runs with.</param>
    /// <param name="vetting">What has to be in order before anything is made.</param>
    /// <exception cref="StepFailedException">A step failed.</exception>
    /// <exception cref="BadInputException">The program refused its configuration.</exception>
    public async Task<(UpdateResult Preview, UpdateResult Up)> UpdateAsync(StackArgument argument, string account, Task vetting)
    {
        var (project, config) = (argument.Project, argument.Config);
        var stack = await StackOfAsync(argument, account).ConfigureAwait(false);
        configs[stack] = config.Program;
        screen.Heading($"{config.Path}: stack {stack.Name} of {project.Name}");
        screen.Encrypted(config.StoodInFor);
        ExpectedPrincipals.Note(aws, config, account);
        GivenNames.Note(aws, config);
        if (pulumi is not null)
        {
            await pulumi.StandInAsync(config, account).ConfigureAwait(false);
        }

        var previewing = RunAsync("preview", () => stack.PreviewAsync(config.Program));
        await Task.WhenAll(vetting, previewing).ConfigureAwait(false);
        var preview = await previewing.ConfigureAwait(false);
        screen.Summary("preview", preview, isPreview: true);
        screen.Warnings(preview.Warnings);

        var up = await RunAsync("up", () => stack.UpAsync(config.Program), HoldingsAsync).ConfigureAwait(false);
        screen.Summary("up", up, isPreview: false);
        screen.Warnings([.. up.Warnings.Except(preview.Warnings)]);
        screen.StandIns([.. aws.StandIns.Words]);
        pulumi?.NoteAccounts(stack, account);
        FollowAccessKeys();
        return (preview, up);
    }

    /// <summary>Rehearses the update of a stack file once more, which may change nothing.</summary>
    /// <param name="argument">The stack file.</param>
    /// <param name="account">The account of the credentials that its stack runs with.</param>
    /// <param name="preview">The preview of its first update.</param>
    /// <param name="up">Its first update.</param>
    /// <exception cref="StepFailedException">The update failed, or changed something.</exception>
    public async Task<UpdateFacts> UpdateAgainAsync(StackArgument argument, string account, UpdateResult preview, UpdateResult up)
    {
        var stack = await StackOfAsync(argument, account).ConfigureAwait(false);
        var again = await RunAsync("up again", () => stack.UpAsync(argument.Config.Program), HoldingsAsync).ConfigureAwait(false);
        screen.Summary("up again", again, isPreview: false);
        screen.Warnings([.. again.Warnings.Except(preview.Warnings)]);
        FollowAccessKeys();
        if (again.ChangedSomething)
        {
            var changed = again.Steps.Where(step => step.Changes);
            throw new StepFailedException(
                "The second update changed what the first one left"
                + $"{(again.Calls.IsCounted ? $", with {again.Calls.Writes} create, update or delete calls" : "")}:\n"
                + string.Join('\n', changed.Select(step => $"  {step.Kind}: {step.Urn} ({string.Join(", ", step.ChangedInputs)})")));
        }

        screen.Tree(up.Steps);
        screen.Outputs(up.State.Outputs);
        return new UpdateFacts(argument.Config.Path, stack.Name, preview, up, again);
    }

    /// <summary>Changes by hand what each stack made, sees that its updates show and mend it, and answers what was changed.</summary>
    /// <exception cref="StepFailedException">A change is not seen, or not mended.</exception>
    public async Task<ImmutableArray<string>> DriftAsync()
    {
        var changed = ImmutableArray.CreateBuilder<string>();
        foreach (var stack in stacks.Select(entry => entry.Stack).OfType<PulumiStack>().Where(stack => stack.Refreshes))
        {
            var drift = new DriftRehearsal(aws, stack, configs[stack]);
            changed.AddRange(await time.MeasureAsync("drift beside it", drift.RunAsync).ConfigureAwait(false));
            aws.AccessKeys.Take();
        }

        return changed.ToImmutable();
    }

    /// <summary>
    /// Destroys all stacks, the last one first; what is protected is refused first and then released. Answers what was refused, by its URN,
    /// and the steps.
    /// </summary>
    /// <exception cref="StepFailedException">Something could not be deleted.</exception>
    public async Task<(ImmutableArray<string> Held, ImmutableArray<Step> Steps)> DestroyAsync()
    {
        var (held, steps) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<Step>());
        foreach (var (_, stack) in stacks.AsEnumerable().Reverse())
        {
            held.AddRange(stack.Held);
            var destroy = await time.MeasureAsync("destroy", () => stack.DestroyAsync()).ConfigureAwait(false);
            steps.AddRange(destroy.Steps);
            if (destroy.Failures.IsEmpty && destroy.Errors is [_, ..] errors)
            {
                throw new StepFailedException($"Destroy failed: {string.Join('\n', errors)}");
            }

            if (destroy.Failures is [var failure, ..])
            {
                RefuseOutage([failure]);
                throw new StepFailedException(
                    $"Destroy failed: {failure.What}\n  {failure.Message}\n{await HoldingsAsync().ConfigureAwait(false)}");
            }
        }

        await aws.StandIns.RemoveAsync().ConfigureAwait(false);
        return (held.ToImmutable(), steps.ToImmutable());
    }

    private async Task<IStack> StackOfAsync(StackArgument argument, string account)
    {
        var project = argument.Project;
        var known = stacks.FirstOrDefault(entry => entry.Stack.Project == project.Name).Stack;
        if (known is null)
        {
            known = pulumi is not null
                ? await pulumi.StackAsync(argument, account).ConfigureAwait(false)
                : new PulumiStack(project.Name, argument.Stack, programOf(project), project.Folder, new PluginHost(aws, account))
                {
                    Refreshes = project.Refreshes,
                };
            stacks.Add(($"{project.Name}/{argument.Stack}", known));
        }

        if (known is PulumiStack own)
        {
            own.StackReferences = stacks
                .Where(entry => entry.Stack != own)
                .ToImmutableDictionary(entry => entry.Key, entry => ((PulumiStack)entry.Stack).State.Outputs);
        }

        return known;
    }

    private void FollowAccessKeys()
    {
        var sightings = aws.AccessKeys.Take();
        screen.AccessKeys(sightings);
        if (accessKeys.Follow(sightings) is { IsEmpty: false } faults)
        {
            throw new StepFailedException(string.Join('\n', faults));
        }
    }

    private async Task<UpdateResult> RunAsync(string phase, Func<Task<UpdateResult>> run, Func<Task<string>>? aftermath = null)
    {
        var result = await screen.WaitAsync(phase, () => time.MeasureAsync(phase, run)).ConfigureAwait(false);
        if (result.Succeeded)
        {
            return result;
        }

        RefuseOutage(result.Failures);
        if (result.Errors.FirstOrDefault(error => error.StartsWith(RefusedConfiguration, StringComparison.Ordinal)) is { } refused)
        {
            throw new BadInputException(refused);
        }

        var reasons = result.Failures.IsEmpty
            ? result.Exit.Code == 0
                ? result.Errors
                : result.Errors.Append($"The program ended with exit code {result.Exit.Code}.").Append(result.Exit.Output)
            : result.Failures.Select(failure => $"{failure.What}\n  {failure.Message}");
        var message =
            $"{char.ToUpperInvariant(phase[0])}{phase[1..]} failed: {string.Join('\n', reasons.Where(reason => reason.Length > 0))}";
        throw new StepFailedException(aftermath is null ? message : $"{message}\n{await aftermath().ConfigureAwait(false)}");
    }

    /// <summary>Where AWS answers no more, nothing else is to be said: not what failed because of it, nor what the account holds.</summary>
    private void RefuseOutage(IEnumerable<StepFailure> failures)
    {
        if (aws.Outage is { } outage)
        {
            throw new StepFailedException(string.Join('\n', failures.Select(failure => failure.Message).Append(outage.Message).Distinct()));
        }
    }

    private async Task<string> HoldingsAsync()
    {
        var contents = await aws.AllContentsAsync().ConfigureAwait(false);
        return contents.Count == 0 ? "The account holds nothing." : $"The account holds now:\n  {string.Join("\n  ", contents)}";
    }
}
