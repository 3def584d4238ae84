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
/// <param name="before">The stack as the last update left it.</param>
internal sealed class Update(UpdateContext context, UpdateOptions options, StackState before) : IDisposable
{
    private readonly ConcurrentDictionary<string, ResourceState> old =
        new(before.Resources.Select(state => KeyValuePair.Create(state.Urn, state)));

    private readonly ConcurrentDictionary<string, ResourceState> deletedForReplacement = new();
    private readonly ConcurrentDictionary<string, ResourceState> registered = new();
    private readonly ConcurrentDictionary<string, bool> claimed = new();
    private readonly ConcurrentQueue<string> order = new();
    private readonly ConcurrentQueue<ResourceState> superseded = new();
    private readonly ConcurrentQueue<Step> steps = new();
    private readonly ConcurrentQueue<StepFailure> failures = new();
    private readonly ConcurrentQueue<StepFailure> refusals = new();
    private readonly Unmade unmade = new();
    private readonly Aliases aliases = new(context.Stack, context.Project);

    // One resource is planned at a time, as a replacement may take others with it.
    private readonly SemaphoreSlim planning = new(1);

    /// <summary>The URN of the stack; empty until the program has registered it.</summary>
    public string StackUrn { get; private set; } = "";

    public ImmutableArray<Step> Steps => [.. steps];

    public ImmutableArray<StepFailure> Failures => [.. failures];

    /// <summary>The functions that a provider refused, which a program may get over.</summary>
    public ImmutableArray<StepFailure> Refusals => [.. refusals];

    /// <summary>The stack as this update leaves it: what was registered, then what is still there of before.</summary>
    public StackState State => new(
        [.. old.Values.Where(state => !registered.ContainsKey(state.Urn)), .. order.Select(urn => registered[urn])],
        registered.TryGetValue(StackUrn, out var stack) ? stack.Outputs.Values : before.Outputs);

    public async Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request)
    {
        var urn = Urn.Create(context.Stack, context.Project, request.Parent, request.Type, request.Name);
        try
        {
            if (!claimed.TryAdd(urn, true))
            {
                throw new EngineException($"Duplicate resource URN '{urn}'; try giving it a unique name");
            }

            TakeOverAliases(urn, aliases.Of(request, urn));
            var goal = ResourceGoal.From(request, urn);
            if (goal.Type == Urn.StackType)
            {
                StackUrn = urn;
            }

            if (Skip(goal) is { } skipped)
            {
                return skipped;
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
            return new RegisterResourceResponse
            {
                Urn = urn,
                Id = state.Id,
                Object = Encode(state),
            };
        }
        catch (Exception refused) when (refused is ProviderException or EngineException)
        {
            var failure = Fail(urn, refused.Message);
            return options.ContinueOnError ? unmade.Failed(urn, old.GetValueOrDefault(urn)?.Id ?? "") : throw failure;
        }
    }

    public async Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request)
    {
        var urn = Urn.Create(context.Stack, context.Project, request.Parent, request.Type, request.Name);
        var goal = ResourceGoal.From(request, urn);
        try
        {
            var outputs = goal.Type == StackReferences.Token
                ? StackReferences.Read(context, request.Id)
                : await ReadExternalAsync(goal, request.Id).ConfigureAwait(false);
            var state = new ResourceState(goal, request.Id, outputs, IsExternal: true);
            Register(state, StepKind.Read, []);
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
        if (registered.TryGetValue(request.Urn, out var state))
        {
            registered[request.Urn] = state with { Outputs = new PropertyMap(outputs) };
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
        failures.Enqueue(new StepFailure(what, message));
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

    /// <summary>Deletes what the program registered no more, and what was replaced.</summary>
    public async Task DeleteUnregisteredAsync()
    {
        var gone = before.Resources
            .Select(state => old.GetValueOrDefault(state.Urn) ?? state)
            .Where(state => !claimed.ContainsKey(state.Urn) && !registered.ContainsKey(state.Urn) && options.IsTarget(state.Urn))
            .Where(state => old.ContainsKey(state.Urn) || deletedForReplacement.ContainsKey(state.Urn))
            .ToList();
        try
        {
            RefuseProtected(gone, "deleted");
        }
        catch (EngineException refused)
        {
            failures.Enqueue(new StepFailure(gone.First(state => state.Goal.IsProtected).Urn, refused.Message));
            return;
        }

        var goneUrns = gone.Select(state => state.Urn).ToHashSet();
        var replaced = superseded.ToDictionary(state => state.Urn);
        foreach (var state in before.Resources.Reverse())
        {
            if (replaced.TryGetValue(state.Urn, out var half))
            {
                await DeleteAsync(half).ConfigureAwait(false);
            }
            else if (goneUrns.Contains(state.Urn))
            {
                if (deletedForReplacement.ContainsKey(state.Urn) || await DeleteAsync(state).ConfigureAwait(false))
                {
                    old.TryRemove(state.Urn, out _);
                    steps.Enqueue(new Step(state.Urn, state.Goal.Parent, StepKind.Delete, []));
                }
            }

            if (!failures.IsEmpty && !options.ContinueOnError)
            {
                return;
            }
        }
    }

    public void Dispose() => planning.Dispose();

    private static bool IsProvider(ResourceGoal goal) => ProviderReference.PackageOf(goal.Type) is not null;

    /// <summary>The answer to a registration that is left unmade; null for one that is to be made.</summary>
    private RegisterResourceResponse? Skip(ResourceGoal goal)
    {
        if (goal.Type == Urn.StackType || IsProvider(goal))
        {
            return null;
        }

        if (!options.IsTarget(goal.Urn))
        {
            if (!old.TryGetValue(goal.Urn, out var last))
            {
                return unmade.Unknown(goal.Urn, PropertyMap.Empty);
            }

            Register(last, StepKind.Same, []);
            return new RegisterResourceResponse { Urn = goal.Urn, Id = last.Id, Object = Encode(last) };
        }

        if (!context.IsPreview && goal.Inputs.Names.Any(goal.Inputs.IsUnknown))
        {
            return unmade.Unknown(goal.Urn, goal.Inputs);
        }

        return unmade.NeededBy(goal) is null ? null : unmade.Skipped(goal.Urn);
    }

    /// <summary>Registers what no provider manages: a component, the stack, or a provider itself.</summary>
    private ResourceState RegisterLogical(ResourceGoal goal)
    {
        var last = old.GetValueOrDefault(goal.Urn);
        var changed = last is null
            ? []
            : goal.Inputs.Names.Union(last.Goal.Inputs.Names)
                .Where(name => IsProvider(goal) && !PropertyValue.AreEqual(goal.Inputs[name], last.Goal.Inputs[name]))
                .ToImmutableArray();
        var id = IsProvider(goal) ? last?.Id ?? Guid.NewGuid().ToString() : "";
        var kind = last is null ? StepKind.Create : changed.IsEmpty ? StepKind.Same : StepKind.Update;
        // A program that fails registers no outputs: the stack keeps those it had (pulumi/pulumi, step.go, SameStep).
        return Register(new ResourceState(goal, id, kind == StepKind.Same ? last!.Outputs : goal.Inputs), kind, changed);
    }

    private async Task<ResourceState> RegisterCustomAsync(ResourceGoal goal)
    {
        var (provider, asked) = (ResourceProvider(goal), goal);
        ResourceState? last;
        InputDiff diff;
        bool imports;
        bool replace;
        await planning.WaitAsync().ConfigureAwait(false);
        try
        {
            last = old.GetValueOrDefault(goal.Urn);
            imports = IsImport(goal, last);
            if (imports)
            {
                Supersede(last);
                last = await ImportAsync(provider, goal).ConfigureAwait(false);
            }

            goal = provider.Check(asked, last);
            diff = last is null ? InputDiff.None : provider.Diff(last.Goal.Inputs, goal);
            replace = last is not null && (!diff.Replaces.IsEmpty || provider.IsElsewhere(goal.Type, last.Provider!));
            if (replace)
            {
                RefuseReplacedImport(goal, diff);
                goal = provider.Check(asked, last, isReplacement: true);
                await PrepareReplacementAsync(goal, last!, diff).ConfigureAwait(false);
            }
        }
        finally
        {
            planning.Release();
        }

        var made = last is null || replace
            ? await provider.CreateAsync(goal, context.IsPreview).ConfigureAwait(false)
            : diff.Changed.IsEmpty
                ? new MadeResource(last.Id, last.Outputs)
                : await provider.UpdateAsync(last, goal, context.IsPreview).ConfigureAwait(false);
        var kind = last switch
        {
            _ when imports => StepKind.Import,
            null when deletedForReplacement.ContainsKey(goal.Urn) => StepKind.Replace,
            null => StepKind.Create,
            _ when replace => StepKind.Replace,
            _ when diff.Changed.IsEmpty => StepKind.Same,
            _ => StepKind.Update,
        };
        return Register(new ResourceState(goal, made.Id, made.Outputs, provider), kind, diff.Changed);
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
            RefuseProtected([last], "replaced, as another is imported in its place");
            superseded.Enqueue(last);
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

    private async Task PrepareReplacementAsync(ResourceGoal goal, ResourceState last, InputDiff diff)
    {
        var reason = diff.Replaces.IsEmpty
            ? "replaced, as its provider works elsewhere"
            : $"replaced, as {string.Join(", ", diff.Replaces)} changed";
        RefuseProtected([last], reason);
        if (!(goal.DeleteBeforeReplace ?? diff.DeletesFirst))
        {
            superseded.Enqueue(last);
            return;
        }

        var doomed = Dependents.ToReplaceWith(last, [.. before.Resources.Where(state => old.ContainsKey(state.Urn))]);
        RefuseProtected(doomed, $"replaced, as {last.Goal.Name} is deleted before it is replaced");
        foreach (var state in doomed.Append(last).Reverse().OrderBy(state => state == last))
        {
            await DeleteAsync(state).ConfigureAwait(false);
            old.TryRemove(state.Urn, out _);
            deletedForReplacement[state.Urn] = state;
        }
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

    /// <returns>Whether it is gone.</returns>
    private async Task<bool> DeleteAsync(ResourceState state)
    {
        if (context.IsPreview)
        {
            return true;
        }

        try
        {
            await Deletion.RunAsync(state).ConfigureAwait(false);
            return true;
        }
        catch (ProviderException refused)
        {
            failures.Enqueue(new StepFailure(state.Urn, $"it cannot be deleted: {refused.Message}"));
            return false;
        }
    }

    private void TakeOverAliases(string urn, IReadOnlyList<string> former)
    {
        foreach (var alias in former)
        {
            if (!old.ContainsKey(urn) && old.TryRemove(alias, out var state))
            {
                old[urn] = state with { Goal = state.Goal with { Urn = urn } };
            }
        }
    }

    private static void RefuseProtected(IReadOnlyCollection<ResourceState> states, string fate)
    {
        if (states.FirstOrDefault(state => state.Goal.IsProtected) is { } held)
        {
            throw new EngineException(
                $"{held.Urn} is protected and cannot be {fate}. Take its protection away first, in the program and its configuration, "
                + "with an update of its own, or with `pulumi state unprotect`");
        }
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
            : registered.TryGetValue(urn, out var provider)
                ? provider.Goal.Inputs
                : throw new EngineException($"the provider {urn} is not registered");
        return context.Providers.Configure(package, settings, stackSettings);
    }

    private ResourceState Register(ResourceState state, StepKind kind, ImmutableArray<string> changed)
    {
        registered[state.Urn] = state;
        order.Enqueue(state.Urn);
        steps.Enqueue(new Step(state.Urn, state.Goal.Parent, kind, kind == StepKind.Same ? [] : changed));
        return state;
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
