using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grpc.Core;
using Pulumirpc;
using Wire;

namespace Rehearsal.Engine;

/// <summary>
/// One update of a stack, or a preview of one: each registration of the program becomes a step, and what is registered
/// no more is deleted at the end.
/// </summary>
internal sealed class Update : IDisposable
{
    // What the program hears of a step that failed: the engine ends, and takes the program with it.
    private const string ShutDown = "resource monitor shut down while waiting on step's done channel";

    private readonly ConcurrentDictionary<string, StepKind> withoutOutputs = new();
    private readonly ConcurrentQueue<StepFailure> refusals = new();
    private readonly Unmade unmade = new();
    private readonly UpdateContext context;
    private readonly UpdateOptions options;
    private readonly StepLog log;
    private readonly IReadOnlyDictionary<string, RefreshedResource> refreshed;
    private readonly WorkingState stack;
    private readonly Aliases aliases;
    private readonly CustomResources resources;

    private bool hasOutputs;

    /// <summary>An update that begins.</summary>
    /// <param name="context">What it works with.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="before">The stack as the last update left it, or as it is now, where that was looked at.</param>
    /// <param name="log">Where to note what is done.</param>
    /// <param name="refreshed">What was looked at, by URN, where that is what the program is run for; else empty.</param>
    public Update(
        UpdateContext context,
        UpdateOptions options,
        StackState before,
        StepLog log,
        IReadOnlyDictionary<string, RefreshedResource> refreshed)
    {
        (this.context, this.options, this.log, this.refreshed) = (context, options, log, refreshed);
        stack = new WorkingState(before);
        aliases = new Aliases(context.Stack, context.Project);
        Providers = new ProviderDirectory(context, stack);
        Removal = new Removal(context, options, stack, log);
        resources = new CustomResources(context, stack, Providers, Removal, log);
    }

    /// <summary>The URN of the stack; empty until the program has registered it.</summary>
    public string StackUrn { get; private set; } = "";

    /// <summary>Deletes what the update has no place for.</summary>
    public Removal Removal { get; }

    /// <summary>Finds the providers of resources and functions.</summary>
    public ProviderDirectory Providers { get; }

    /// <summary>The functions that a provider refused, which a program may get over.</summary>
    public ImmutableArray<StepFailure> Refusals => [.. refusals];

    /// <summary>The stack as this update leaves it.</summary>
    public StackState State => new(
        stack.Resources,
        stack.Registered.TryGetValue(StackUrn, out var root) ? root.Outputs.Values
            : stack.Resources.IsEmpty ? StackState.Empty.Outputs
            : stack.Before.Outputs);

    public async Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request)
    {
        var urn = Urn.Create(context.Stack, context.Project, request.Parent, request.Type, request.Name);
        try
        {
            if (!stack.Claimed.TryAdd(urn, true))
            {
                throw new EngineException($"Duplicate resource URN '{urn}'; try giving it a unique name");
            }

            stack.TakeOverAliases(urn, aliases.Of(request, urn));
            var goal = ResourceGoal.From(request, urn);
            if (goal.Type == Urn.StackType)
            {
                StackUrn = urn;
            }

            var isManaged = goal.IsCustom && !IsProvider(goal);
            if (Skip(goal, request.SupportsPartialValues) is { } skipped)
            {
                return skipped;
            }

            if (!context.IsPreview && goal.Inputs.Names.Any(goal.Inputs.IsUnknown))
            {
                var known = isManaged ? await resources.PlanAsync(goal).ConfigureAwait(false) : new ResourceState(goal, "", goal.Inputs);
                return unmade.Unknown(Answers.Registered(known, takesPartialValues: false));
            }

            if (unmade.NeededBy(goal) is not null)
            {
                return unmade.Skipped(urn);
            }

            if (options.Fails(urn))
            {
                throw new EngineException("it fails, as the update was told that it does");
            }

            if (ProviderReference.PackageOf(goal.Type) is { } package && !context.IsPreview)
            {
                await context.Providers.PrepareAsync(package, goal.Inputs).ConfigureAwait(false);
            }

            var (state, kind, changed) = isManaged ? await resources.RegisterAsync(goal).ConfigureAwait(false) : RegisterLogical(goal);
            return Answers.Registered(Register(state, kind, changed), request.SupportsPartialValues);
        }
        catch (Exception refused) when (refused is ProviderException or EngineException)
        {
            Note(urn, refused);
            return options.ContinueOnError
                ? unmade.Failed(urn, stack.Old.GetValueOrDefault(urn)?.Id ?? "")
                : throw new RpcException(new Status(StatusCode.Unknown, ShutDown));
        }
    }

    public async Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request)
    {
        var urn = Urn.Create(context.Stack, context.Project, request.Parent, request.Type, request.Name);
        var goal = ResourceGoal.From(request, urn);
        try
        {
            var outputs = await log.RunAsync(StepKind.Read, urn, diff: null, () => goal.Type == StackReferences.Token
                ? Task.FromResult(StackReferences.Read(context, request.Id))
                : ReadExternalAsync(goal, request.Id)).ConfigureAwait(false);
            var state = new ResourceState(goal, request.Id, outputs, IsExternal: true);
            var isOther = stack.Old.TryGetValue(urn, out var last) && !Answers.Encode(last).Equals(Answers.Encode(state));
            stack.Claimed[urn] = true;
            Register(state, StepKind.Read, isOther ? ["outputs"] : []);
            return new ReadResourceResponse { Urn = urn, Properties = Answers.Encode(state) };
        }
        catch (Exception refused) when (refused is ProviderException or EngineException)
        {
            throw Fail(urn, refused.Message);
        }
    }

    public void RegisterOutputs(RegisterResourceOutputsRequest request)
    {
        var outputs = PropertyEncoding.Decode(request.Outputs)
            .ToImmutableDictionary(output => output.Key, output => PropertyValue.WithSecrets(output.Value));
        if (stack.Registered.TryGetValue(request.Urn, out var state))
        {
            stack.Registered[request.Urn] = state with { Outputs = new PropertyMap(outputs) };
        }

        if (request.Urn != StackUrn && withoutOutputs.TryRemove(request.Urn, out var kind))
        {
            log.End(kind, request.Urn);
        }
        else if (request.Urn == StackUrn)
        {
            hasOutputs = true;
        }
    }

    /// <summary>Ends: the stack is done last, once it has its outputs.</summary>
    public void End()
    {
        if (hasOutputs && withoutOutputs.TryRemove(StackUrn, out var kind))
        {
            log.End(kind, StackUrn);
        }
    }

    /// <summary>Notes a failure, and answers what to tell the program of it.</summary>
    /// <param name="what">The URN of the resource, or the token of the function.</param>
    /// <param name="message">Why it failed.</param>
    public RpcException Fail(string what, string message)
    {
        log.Add(new StepFailure(what, message));
        return new RpcException(new Status(StatusCode.Unknown, $"{what}: {message}"));
    }

    /// <summary>Notes that a provider refused a function, and answers what to tell the program of it.</summary>
    /// <param name="token">The token of the function.</param>
    /// <param name="message">Why.</param>
    public RpcException Refuse(string token, string message)
    {
        refusals.Enqueue(new StepFailure(token, message));
        return new RpcException(new Status(StatusCode.Unknown, $"invocation of {token} returned an error: {message}"));
    }

    /// <summary>What the state has of this stack's resources, by URN: the type and the outputs.</summary>
    public PropertyMap ReadResources() => new(stack.Before.Resources.ToImmutableDictionary(
        state => state.Urn,
        state => (object?)PropertyMap.Of(("type", state.Goal.Type), ("outputs", Answers.Marked(state).SetItem("id", state.Id))).Values));

    public void Dispose() => resources.Dispose();

    private static bool IsProvider(ResourceGoal goal) => ProviderReference.PackageOf(goal.Type) is not null;

    /// <summary>The answer to a registration that is left unmade; null for one that is to be made.</summary>
    private RegisterResourceResponse? Skip(ResourceGoal goal, bool takesPartialValues)
    {
        var isKept = context.Command != UpdateCommand.Up || !options.IsTarget(goal.Urn);
        return isKept && goal.Type != Urn.StackType && !IsProvider(goal) ? Keep(goal, takesPartialValues) : null;
    }

    /// <summary>Leaves a resource as it is: one that is not there is not made, which counts as well.</summary>
    private RegisterResourceResponse Keep(ResourceGoal goal, bool takesPartialValues)
    {
        if (!stack.Old.TryGetValue(goal.Urn, out var last))
        {
            log.Add(new Step(goal.Urn, goal.Parent, StepKind.Same, []));
            log.End(StepKind.Same, goal.Urn);
            return unmade.Unknown(new RegisterResourceResponse { Urn = goal.Urn });
        }

        var diff = InputDiff.None;
        var kind = StepKind.Same;
        if (goal.IsCustom && refreshed.TryGetValue(goal.Urn, out var found))
        {
            (kind, diff) = (found.Outcome, found.Diff);
        }

        if (goal.IsCustom)
        {
            log.End(kind, goal.Urn, diff);
        }
        else
        {
            Await(StepKind.Same, goal.Urn);
        }

        return Answers.Registered(Register(last, kind, diff.Changed), takesPartialValues);
    }

    /// <summary>Registers what no provider manages: a component, the stack, or a provider itself.</summary>
    private (ResourceState State, StepKind Kind, ImmutableArray<string> Changed) RegisterLogical(ResourceGoal goal)
    {
        var last = stack.Old.GetValueOrDefault(goal.Urn);
        var changed = IsProvider(goal) ? Differences(last?.Goal.Inputs, goal.Inputs) : [];
        var id = IsProvider(goal) ? last?.Id ?? Guid.NewGuid().ToString() : "";
        var kind = last is null ? StepKind.Create : changed.IsEmpty ? StepKind.Same : StepKind.Update;
        if (kind != StepKind.Same)
        {
            log.Begin(kind, goal.Urn);
        }

        if (IsProvider(goal))
        {
            log.End(kind, goal.Urn);
        }
        else
        {
            Await(kind, goal.Urn);
        }

        // A program that fails registers no outputs: the stack keeps those it had (pulumi/pulumi, step.go, SameStep).
        return (new ResourceState(goal, id, kind == StepKind.Same ? last!.Outputs : goal.Inputs), kind, changed);
    }

    /// <summary>Notes a component, or the stack, that is done when its outputs come; a preview tells it before as well.</summary>
    private void Await(StepKind kind, string urn)
    {
        withoutOutputs[urn] = kind;
        if (context.IsPreview)
        {
            log.End(kind, urn);
        }
    }

    private async Task<PropertyMap> ReadExternalAsync(ResourceGoal goal, string id)
    {
        if (PropertyEncoding.DecodeValue(Google.Protobuf.WellKnownTypes.Value.ForString(id)) is Unknown)
        {
            return goal.Inputs;
        }

        var found = await Providers.OfResource(goal).ReadAsync(goal.Type, id).ConfigureAwait(false);
        return found?.Outputs ?? throw new EngineException($"resource '{id}' does not exist");
    }

    private ResourceState Register(ResourceState state, StepKind kind, ImmutableArray<string> changed)
    {
        stack.Register(state);
        log.Add(new Step(state.Urn, state.Goal.Parent, kind, kind == StepKind.Same ? [] : changed));
        return state;
    }

    private void Note(string urn, Exception refused) =>
        log.Add(new StepFailure(urn, refused.Message) { IsProviders = refused is ProviderException });

    /// <summary>The names of the properties that differ; none where there were none.</summary>
    private static ImmutableArray<string> Differences(PropertyMap? before, PropertyMap after) => before is null
        ? []
        : [.. before.Names.Union(after.Names).Where(name => !PropertyValue.AreEqual(before[name], after[name]))];
}
