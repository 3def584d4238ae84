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
/// <param name="context">What the update works with.</param>
/// <param name="options">How it is run.</param>
/// <param name="before">The stack as the last update left it, or as it is now, where that was looked at.</param>
/// <param name="log">Where to note what is done.</param>
/// <param name="refreshed">What was looked at, by URN, where that is what the program is run for; else empty.</param>
internal sealed class Update(
    UpdateContext context,
    UpdateOptions options,
    StackState before,
    StepLog log,
    IReadOnlyDictionary<string, RefreshedResource> refreshed) : IDisposable
{
    // What the program hears of a step that failed: the engine ends, and takes the program with it.
    private const string ShutDown = "resource monitor shut down while waiting on step's done channel";

    private readonly WorkingState stack = new(before);
    private readonly ConcurrentDictionary<string, StepKind> withoutOutputs = new();
    private readonly ConcurrentQueue<StepFailure> refusals = new();
    private readonly Unmade unmade = new();
    private readonly Aliases aliases = new(context.Stack, context.Project);

    // One resource is planned at a time, as a replacement may take others with it.
    private readonly SemaphoreSlim planning = new(1);

    private bool hasOutputs;

    /// <summary>The URN of the stack; empty until the program has registered it.</summary>
    public string StackUrn { get; private set; } = "";

    /// <summary>Deletes what the update has no place for.</summary>
    public Removal Removal => new(context, options, stack, log);

    /// <summary>The functions that a provider refused, which a program may get over.</summary>
    public ImmutableArray<StepFailure> Refusals => [.. refusals];

    /// <summary>The stack as this update leaves it.</summary>
    public StackState State => new(
        stack.Resources,
        stack.Registered.TryGetValue(StackUrn, out var root) ? root.Outputs.Values
            : stack.Resources.IsEmpty ? StackState.Empty.Outputs
            : before.Outputs);

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

            if (Skip(goal, request.SupportsPartialValues) is { } skipped)
            {
                return skipped;
            }

            if (!context.IsPreview && goal.Inputs.Names.Any(goal.Inputs.IsUnknown))
            {
                return unmade.Unknown(await PlanAsync(goal).ConfigureAwait(false));
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

            var state = goal.IsCustom && !IsProvider(goal) ? await RegisterCustomAsync(goal).ConfigureAwait(false) : RegisterLogical(goal);
            return Answer(state, request.SupportsPartialValues);
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
            var isOther = stack.Old.TryGetValue(urn, out var last) && !Encode(last).Equals(Encode(state));
            stack.Claimed[urn] = true;
            Register(state, StepKind.Read, isOther ? ["outputs"] : []);
            return new ReadResourceResponse { Urn = urn, Properties = Encode(state) };
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

    /// <summary>The provider of a function.</summary>
    /// <param name="token">The token of the function.</param>
    /// <param name="reference">The reference to an explicit provider; empty for the default one.</param>
    /// <exception cref="EngineException">The function is not known, or its provider cannot work.</exception>
    public IProvider FunctionProvider(string token, string reference) => context.Providers.Functions.Contains(token)
        ? ProviderOf(token, reference)
        : throw new EngineException($"the function {token} cannot be rehearsed");

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
    public PropertyMap ReadResources() => new(before.Resources.ToImmutableDictionary(
        state => state.Urn,
        state => (object?)PropertyMap.Of(("type", state.Goal.Type), ("outputs", Marked(state).SetItem("id", state.Id))).Values));

    public void Dispose() => planning.Dispose();

    private static bool IsProvider(ResourceGoal goal) => ProviderReference.PackageOf(goal.Type) is not null;

    /// <summary>The answer to a registration that is left unmade; null for one that is to be made.</summary>
    private RegisterResourceResponse? Skip(ResourceGoal goal, bool takesPartialValues)
    {
        var isKept = context.Command != UpdateCommand.Up || !options.IsTarget(goal.Urn);
        return isKept && goal.Type != Urn.StackType && !IsProvider(goal) ? Keep(goal, takesPartialValues) : null;
    }

    /// <summary>What is known of a resource that cannot be made, as something that it is made of is not there.</summary>
    private async Task<RegisterResourceResponse> PlanAsync(ResourceGoal goal)
    {
        if (!goal.IsCustom || IsProvider(goal))
        {
            return Answer(new ResourceState(goal, "", goal.Inputs), takesPartialValues: false);
        }

        var provider = ResourceProvider(goal);
        var planned = provider.Check(goal, last: null);
        var made = await provider.CreateAsync(planned, isPreview: true).ConfigureAwait(false);
        var known = planned.NameIsGenerated ? made.Outputs.With("name", null) : made.Outputs;
        return Answer(new ResourceState(planned, "", known, provider), takesPartialValues: false);
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

        return Answer(Register(last, kind, diff.Changed), takesPartialValues);
    }

    /// <summary>Registers what no provider manages: a component, the stack, or a provider itself.</summary>
    private ResourceState RegisterLogical(ResourceGoal goal)
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
        return Register(new ResourceState(goal, id, kind == StepKind.Same ? last!.Outputs : goal.Inputs), kind, changed);
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

    private async Task<ResourceState> RegisterCustomAsync(ResourceGoal goal)
    {
        var (provider, asked) = (ResourceProvider(goal), goal);
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
            diff = last is null ? InputDiff.None : provider.Diff(last.Goal.Inputs, goal);
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

        return Register(
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

        var doomed = Dependents.ToReplaceWith(last, [.. before.Resources.Where(state => stack.Old.ContainsKey(state.Urn))]);
        Protection.Refuse(
            [.. doomed.Select(dependent => dependent.State)], $"replaced, as {last.Goal.Name} is deleted before it is replaced");
        foreach (var (state, cause) in doomed.Prepend((last, diff)).Reverse())
        {
            await Removal.DeleteAsync(state, StepKind.DeleteReplaced).ConfigureAwait(false);
            stack.Old.TryRemove(state.Urn, out _);
            stack.DeletedForReplacement[state.Urn] = cause;
        }

        return true;
    }

    private async Task<PropertyMap> ReadExternalAsync(ResourceGoal goal, string id)
    {
        if (PropertyEncoding.DecodeValue(Google.Protobuf.WellKnownTypes.Value.ForString(id)) is Unknown)
        {
            return goal.Inputs;
        }

        var found = await ResourceProvider(goal).ReadAsync(goal.Type, id).ConfigureAwait(false);
        return found?.Outputs ?? throw new EngineException($"resource '{id}' does not exist");
    }

    private IProvider ResourceProvider(ResourceGoal goal) => context.Providers.Types.Contains(goal.Type)
        ? ProviderOf(goal.Type, goal.Provider)
        : throw new EngineException(
            $"resources of type {goal.Type} cannot be rehearsed. The known types are "
            + $"{string.Join(", ", context.Providers.Types.Order(StringComparer.Ordinal))}");

    /// <summary>
    /// The provider that a reference names, of the package of a token; the stack's default one when it names none of that package.
    /// </summary>
    private IProvider ProviderOf(string token, string reference)
    {
        var package = token.Split(':')[0];
        var stackSettings = context.Config.SettingsOf(package);
        var urn = ProviderReference.Urn(reference);
        var settings = urn.Length == 0 || ProviderReference.PackageOf(Urn.Type(urn)) != package
            ? stackSettings
            : stack.Registered.TryGetValue(urn, out var provider)
                ? provider.Goal.Inputs
                : throw new EngineException($"the provider {urn} is not registered");
        return context.Providers.Configure(package, settings, stackSettings);
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

    /// <summary>What a program hears of a resource: of a component, the inputs alone.</summary>
    /// <param name="state">The resource.</param>
    /// <param name="takesPartialValues">
    /// Whether the program takes a property of which something is not known; else it hears none of it.
    /// </param>
    /// <remarks>pulumi/pulumi, <c>pkg/resource/deploy/source_eval.go</c>, RegisterResource.</remarks>
    private static RegisterResourceResponse Answer(ResourceState state, bool takesPartialValues)
    {
        var outputs = Marked(state.Goal.IsCustom ? state : state with { Outputs = state.Goal.Inputs });
        var nulls = (state.Provider?.Nulls(state) ?? []).Where(name => !outputs.ContainsKey(name));
        outputs = outputs.AddRange(nulls.Select(name => KeyValuePair.Create(name, (object?)null)));
        return new RegisterResourceResponse
        {
            Urn = state.Urn,
            Id = state.Id,
            Object = PropertyEncoding.Encode(outputs.RemoveRange(outputs.Keys.Where(
                name => !takesPartialValues && PropertyValue.ContainsUnknown(PropertyValue.Plain(outputs[name]))))),
        };
    }

    private static Google.Protobuf.WellKnownTypes.Struct Encode(ResourceState state) => PropertyEncoding.Encode(Marked(state));

    /// <summary>The outputs, the secret ones marked.</summary>
    private static ImmutableDictionary<string, object?> Marked(ResourceState state)
    {
        var secrets = state.SecretOutputs;
        return state.Outputs.Values.ToImmutableDictionary(
            output => output.Key,
            output => secrets.Contains(output.Key) && output.Value is not Secret ? new Secret(output.Value) : output.Value);
    }
}
