using System.Collections.Immutable;
using Wire;

namespace Rehearsal.Engine;

/// <summary>A stack of a Pulumi project, over all its updates, which the rehearsal's own engine makes.</summary>
/// <param name="project">The project's name.</param>
/// <param name="name">The stack's name.</param>
/// <param name="program">The program.</param>
/// <param name="projectFolder">The folder of the project's <c>Pulumi.yaml</c>.</param>
/// <param name="providers">The providers.</param>
internal sealed class PulumiStack(string project, string name, IPulumiProgram program, string projectFolder, IProviders providers) : IStack
{
    /// <summary>The project's name.</summary>
    public string Project => project;

    /// <summary>The stack's name.</summary>
    public string Name { get; private set; } = name;

    /// <summary>What the last update left behind.</summary>
    public StackState State { get; private set; } = StackState.Empty;

    /// <summary>
    /// The outputs of other stacks by <c>project/stack</c>, for stack references. Beside them the stack finds its own, as
    /// the last update left them (pulumi/pulumi, <c>pkg/backend/backend.go</c>, GetStackOutputs).
    /// </summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, object?>> StackReferences { get; set; } =
        ImmutableDictionary<string, ImmutableDictionary<string, object?>>.Empty;

    /// <summary>Whether each preview and update first looks at what is there. Default: false.</summary>
    public bool Refreshes { get; init; }

    /// <inheritdoc/>
    public IEnumerable<string> Held => State.Resources.Where(resource => resource.Goal.IsProtected).Select(resource => resource.Urn);

    /// <summary>Says what an update would do, and changes nothing.</summary>
    /// <param name="config">The stack's configuration.</param>
    /// <param name="options">How; null for an update of the whole stack.</param>
    public Task<UpdateResult> PreviewAsync(ProgramConfig config, UpdateOptions? options = null) =>
        RunAsync(UpdateCommand.Up, config, options ?? UpdateOptions.Default, isPreview: true);

    Task<UpdateResult> IStack.PreviewAsync(ProgramConfig config) => PreviewAsync(config);

    /// <summary>Updates the stack.</summary>
    /// <param name="config">The stack's configuration.</param>
    /// <param name="options">How; null for an update of the whole stack, which ends at its first failure.</param>
    public Task<UpdateResult> UpAsync(ProgramConfig config, UpdateOptions? options = null) =>
        KeepAsync(RunAsync(UpdateCommand.Up, config, options ?? UpdateOptions.Default));

    Task<UpdateResult> IStack.UpAsync(ProgramConfig config) => UpAsync(config);

    /// <summary>Looks at what is there, and makes nothing (<c>pulumi refresh</c>).</summary>
    /// <param name="config">The configuration to run the program with (<c>--run-program</c>); null to run none.</param>
    /// <param name="options">How; null for the whole stack.</param>
    public Task<UpdateResult> RefreshAsync(ProgramConfig? config = null, UpdateOptions? options = null) =>
        KeepAsync(RunAsync(UpdateCommand.Refresh, config, options ?? UpdateOptions.Default));

    /// <summary>Deletes everything, dependents first; protection is lifted, as <c>pulumi state unprotect</c> lifts it.</summary>
    /// <param name="config">The configuration to run the program with before (<c>--run-program</c>); null to run none.</param>
    public Task<UpdateResult> DestroyAsync(ProgramConfig? config = null)
    {
        State = State with
        {
            Resources = [.. State.Resources.Select(resource => resource with { Goal = resource.Goal with { IsProtected = false } })],
        };
        return KeepAsync(RunAsync(UpdateCommand.Destroy, config, UpdateOptions.Default));
    }

    Task<UpdateResult> IStack.DestroyAsync() => DestroyAsync();

    /// <summary>Gives the stack another name (<c>pulumi stack rename</c>).</summary>
    /// <param name="to">Its other name.</param>
    public void Rename(string to)
    {
        State = StackRenaming.Rename(State, project, Name, to);
        Name = to;
    }

    private async Task<UpdateResult> KeepAsync(Task<UpdateResult> update)
    {
        var result = await update.ConfigureAwait(false);
        State = result.State;
        return result;
    }

    private async Task<UpdateResult> RunAsync(
        UpdateCommand command, ProgramConfig? config, UpdateOptions options, bool isPreview = false)
    {
        var context = new UpdateContext(
            project,
            Name,
            command,
            isPreview,
            config ?? ProgramConfig.Empty,
            providers,
            StackReferences.SetItem($"{project}/{Name}", State.Outputs));
        var callsBefore = providers.Calls;
        var log = new StepLog();
        IReadOnlyList<RefreshedResource> found = [];
        var before = State;
        try
        {
            if (command == UpdateCommand.Refresh || (command == UpdateCommand.Up && (Refreshes || options.Refresh)))
            {
                found = await Refreshing.OfAsync(State, options.IsTarget).ConfigureAwait(false);
                before = State with { Resources = [.. found.Select(resource => resource.Now).OfType<ResourceState>()] };
                NoteRefresh(log, found, command, runsProgram: config is not null);
            }
        }
        catch (ProviderException unread)
        {
            var failure = new StepFailure($"{project}/{Name}", $"what is there cannot be read: {unread.Message}");
            return new UpdateResult(
                [], [], State, [failure], providers.TakeRemarks(), [], new ProgramExit(0, ""), providers.Calls.Since(callsBefore));
        }

        var looked = command == UpdateCommand.Refresh ? found : [];
        using var update = new Update(context, options, before, log, looked.ToDictionary(resource => resource.Urn));
        var said = new ProgramLog(() => update.StackUrn);
        var exit = config is null ? new ProgramExit(0, "") : await RunProgramAsync(update, said, config, isPreview).ConfigureAwait(false);
        if (exit.Code == 0 && (log.Failures.IsEmpty || options.ContinueOnError))
        {
            await (command switch
            {
                UpdateCommand.Up => update.Removal.DeleteUnregisteredAsync(),
                UpdateCommand.Destroy => update.Removal.DeleteAllAsync(),
                _ => Task.CompletedTask,
            }).ConfigureAwait(false);
        }

        update.End();
        if (options.ExpectNoChanges && log.Steps.Any(step => step.Changes))
        {
            var outcome = isPreview ? "were proposed" : "occurred";
            log.Add(new StepFailure($"{project}/{Name}", $"no changes were expected but changes {outcome}"));
        }

        return new UpdateResult(
            log.Steps,
            log.Events,
            update.State,
            // A program that goes on after a refusal fails on its resources.
            exit.Code == 0 || !log.Failures.IsEmpty ? log.Failures : update.Refusals,
            [.. said.Warnings, .. providers.TakeRemarks()],
            said.Errors,
            exit,
            providers.Calls.Since(callsBefore));
    }

    /// <summary>
    /// Notes what was looked at. A refresh of its own tells what each look came to; with the program, that of a resource is told once the
    /// program has registered it, and components count as changed.
    /// </summary>
    private static void NoteRefresh(StepLog log, IReadOnlyList<RefreshedResource> found, UpdateCommand command, bool runsProgram)
    {
        foreach (var resource in found.Where(resource => !resource.Before.IsExternal))
        {
            log.Begin(StepKind.Refresh, resource.Urn);
            if (command == UpdateCommand.Up)
            {
                log.End(StepKind.Refresh, resource.Urn, resource.Diff);
            }
            else if (!runsProgram)
            {
                log.Add(new Step(resource.Urn, resource.Before.Goal.Parent, resource.Outcome, resource.Diff.Changed));
                log.End(resource.Outcome, resource.Urn, resource.Diff);
            }
            else if (!resource.Before.Goal.IsCustom)
            {
                log.End(StepKind.Update, resource.Urn);
            }
        }
    }

    private async Task<ProgramExit> RunProgramAsync(Update update, ProgramLog log, ProgramConfig config, bool isPreview)
    {
        var server = await EngineServer.StartAsync(new Monitor(update), log).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            return await program.RunAsync(Environment(server.Address, config, isPreview)).ConfigureAwait(false);
        }
    }

    private ImmutableDictionary<string, string> Environment(string address, ProgramConfig config, bool isPreview) =>
        ImmutableDictionary.CreateRange(new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = address,
            ["PULUMI_ENGINE"] = address,
            ["PULUMI_PROJECT"] = project,
            ["PULUMI_STACK"] = Name,
            ["PULUMI_ORGANIZATION"] = "organization",
            ["PULUMI_DRY_RUN"] = isPreview ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "16",
            ["PULUMI_PWD"] = projectFolder,
            ["PULUMI_ROOT_DIRECTORY"] = projectFolder,
        }).SetItems(config.Variables);
}
