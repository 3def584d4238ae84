using System.Collections.Immutable;
using Wire;

namespace Rehearsal.Engine;

/// <summary>A stack of a Pulumi project, over all its updates.</summary>
/// <param name="project">The project's name.</param>
/// <param name="name">The stack's name.</param>
/// <param name="program">The program.</param>
/// <param name="projectFolder">The folder of the project's <c>Pulumi.yaml</c>.</param>
/// <param name="providers">The providers.</param>
internal sealed class PulumiStack(string project, string name, IPulumiProgram program, string projectFolder, IProviders providers)
{
    /// <summary>The project's name.</summary>
    public string Project => project;

    /// <summary>The stack's name.</summary>
    public string Name => name;

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

    /// <summary>Says what an update would do, and changes nothing.</summary>
    /// <param name="config">The stack's configuration.</param>
    public Task<UpdateResult> PreviewAsync(ProgramConfig config) => RunAsync(config, UpdateOptions.Default, isPreview: true);

    /// <summary>Updates the stack.</summary>
    /// <param name="config">The stack's configuration.</param>
    /// <param name="options">How; null for an update of the whole stack, which ends at its first failure.</param>
    public async Task<UpdateResult> UpAsync(ProgramConfig config, UpdateOptions? options = null)
    {
        var result = await RunAsync(config, options ?? UpdateOptions.Default, isPreview: false).ConfigureAwait(false);
        State = result.State;
        return result;
    }

    /// <summary>The resources that protection keeps from being destroyed.</summary>
    public IEnumerable<ResourceState> Held => State.Resources.Where(resource => resource.Goal.IsProtected);

    /// <summary>Deletes everything, dependents first; protection is lifted, as <c>pulumi state unprotect</c> lifts it.</summary>
    /// <returns>The steps that were made, and the one that failed.</returns>
    public async Task<(ImmutableArray<Step> Steps, StepFailure? Failure)> DestroyAsync()
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        foreach (var resource in State.Resources.Reverse())
        {
            try
            {
                await Deletion.RunAsync(resource).ConfigureAwait(false);
            }
            catch (ProviderException refused)
            {
                return (steps.ToImmutable(), new StepFailure(resource.Urn, $"it cannot be deleted: {refused.Message}"));
            }

            steps.Add(new Step(resource.Urn, resource.Goal.Parent, StepKind.Delete, []));
        }

        State = StackState.Empty;
        return (steps.ToImmutable(), null);
    }

    private async Task<UpdateResult> RunAsync(ProgramConfig config, UpdateOptions options, bool isPreview)
    {
        ArgumentNullException.ThrowIfNull(config);
        var context = new UpdateContext(
            project, name, isPreview, config, providers, StackReferences.SetItem($"{project}/{name}", State.Outputs));
        var callsBefore = providers.Calls;
        StackState before;
        try
        {
            before = Refreshes ? await Refreshing.OfAsync(State).ConfigureAwait(false) : State;
        }
        catch (ProviderException unread)
        {
            var failure = new StepFailure($"{project}/{name}", $"what is there cannot be read: {unread.Message}");
            return new UpdateResult(
                [], State, [failure], providers.TakeRemarks(), [], new ProgramExit(0, ""), providers.Calls.Since(callsBefore));
        }

        using var update = new Update(context, options, before);
        var log = new ProgramLog(() => update.StackUrn);

        ProgramExit exit;
        var server = await EngineServer.StartAsync(new Monitor(update), log).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            exit = await program.RunAsync(Environment(server.Address, config, isPreview)).ConfigureAwait(false);
        }

        if (exit.Code == 0 && (update.Failures.IsEmpty || options.ContinueOnError))
        {
            await update.DeleteUnregisteredAsync().ConfigureAwait(false);
        }

        return new UpdateResult(
            update.Steps,
            update.State,
            exit.Code == 0 ? update.Failures : [.. update.Failures, .. update.Refusals],
            [.. log.Warnings, .. providers.TakeRemarks()],
            log.Errors,
            exit,
            providers.Calls.Since(callsBefore));
    }

    private ImmutableDictionary<string, string> Environment(string address, ProgramConfig config, bool isPreview) =>
        ImmutableDictionary.CreateRange(new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = address,
            ["PULUMI_ENGINE"] = address,
            ["PULUMI_PROJECT"] = project,
            ["PULUMI_STACK"] = name,
            ["PULUMI_ORGANIZATION"] = "organization",
            ["PULUMI_DRY_RUN"] = isPreview ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "16",
            ["PULUMI_PWD"] = projectFolder,
            ["PULUMI_ROOT_DIRECTORY"] = projectFolder,
        }).SetItems(config.Variables);
}
