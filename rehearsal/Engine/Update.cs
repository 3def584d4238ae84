using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grpc.Core;
using Pulumirpc;
using Rehearsal.Aws;
using Rehearsal.Resources;
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
    private readonly ConcurrentDictionary<string, ResourceState> old = new(before.Resources.Select(state => KeyValuePair.Create(state.Urn, state)));
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

    /// <summary>The functions that AWS refused, which a program may get over.</summary>
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

            await StandInForAssumedRolesAsync(goal).ConfigureAwait(false);
            var state = goal.IsCustom && !IsProvider(goal) ? await RegisterCustomAsync(goal).ConfigureAwait(false) : RegisterLogical(goal);
            return new RegisterResourceResponse
            {
                Urn = urn,
                Id = state.Id,
                Object = Encode(state),
            };
        }
        catch (Exception refused) when (refused is AwsException or EngineException)
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
        catch (Exception refused) when (refused is AwsException or EngineException)
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

    /// <summary>A client for the provider that a reference names; the stack's default provider when it is empty.</summary>
    public AwsClient ClientFor(string providerReference) => context.Aws.ClientFor(TargetOf(providerReference));

    /// <summary>Notes a failure, and answers what to tell the program of it.</summary>
    /// <param name="what">The URN of the resource, or the token of the function.</param>
    /// <param name="message">Why it failed.</param>
    public RpcException Fail(string what, string message)
    {
        failures.Enqueue(new StepFailure(what, message));
        return new RpcException(new Status(StatusCode.Unknown, $"{what}: {message}"));
    }

    /// <summary>Notes that AWS refused a function, and answers what to tell the program of it.</summary>
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

    private static bool IsProvider(ResourceGoal goal) => goal.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal);

    private static bool IsElsewhere(IResourceType type, AwsTarget before, AwsTarget after) =>
        type.Token.StartsWith("aws:", StringComparison.Ordinal)
        && (before.Account != after.Account || (type.IsRegional && before.Region != after.Region));

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
        var type = ResourceTypes.Find(goal.Type);
        var target = TargetOf(goal.Provider);
        var aws = context.Aws.ClientFor(target);

        ResourceState? last;
        InputDiff diff;
        bool nameIsGenerated;
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
                last = await ImportAsync(type, aws, goal).ConfigureAwait(false);
            }

            (goal, nameIsGenerated) = InputCheck.Complete(type, goal, last, target);
            diff = last is null ? new InputDiff([], []) : InputDiff.Between(type, last.Goal.Inputs, goal);
            replace = last is not null && (!diff.Replaces.IsEmpty || IsElsewhere(type, last.Target!, target));
            if (replace)
            {
                RefuseReplacedImport(goal, diff);
                goal = nameIsGenerated && last!.NameIsGenerated ? InputCheck.Rename(type, goal) : goal;
                await PrepareReplacementAsync(type, goal, last!, diff, nameIsGenerated).ConfigureAwait(false);
            }
        }
        finally
        {
            planning.Release();
        }

        var (id, outputs) = last is null || replace
            ? await CreateAsync(type, aws, goal).ConfigureAwait(false)
            : await UpdateAsync(type, aws, goal, last, diff).ConfigureAwait(false);
        var kind = last switch
        {
            _ when imports => StepKind.Import,
            null when deletedForReplacement.ContainsKey(goal.Urn) => StepKind.Replace,
            null => StepKind.Create,
            _ when replace => StepKind.Replace,
            _ when diff.Changed.IsEmpty => StepKind.Same,
            _ => StepKind.Update,
        };
        return Register(new ResourceState(goal, id, outputs, target, nameIsGenerated), kind, diff.Changed);
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
    private static async Task<ResourceState> ImportAsync(IResourceType type, AwsClient aws, ResourceGoal goal)
    {
        var found = await ReadAsync(type, aws, goal.ImportId).ConfigureAwait(false)
            ?? throw new EngineException($"resource '{goal.ImportId}' does not exist, so that it cannot be imported");
        var inputs = type.Defaults.Merge(found.Only(type.Inputs));
        return new ResourceState(goal with { Inputs = inputs }, goal.ImportId, found, aws.Target, !goal.Inputs.Has("name"));
    }

    private static void RefuseReplacedImport(ResourceGoal goal, InputDiff diff)
    {
        if (goal.ImportId.Length > 0)
        {
            throw new EngineException(
                $"previously-imported resources that still specify an ID may not be replaced: {string.Join(", ", diff.Replaces)} cannot be changed in place. "
                + $"Give the values that '{goal.ImportId}' has, or import it no more");
        }
    }

    private async Task PrepareReplacementAsync(IResourceType type, ResourceGoal goal, ResourceState last, InputDiff diff, bool nameIsGenerated)
    {
        var reason = diff.Replaces.IsEmpty ? "replaced, as its provider works elsewhere" : $"replaced, as {string.Join(", ", diff.Replaces)} changed";
        RefuseProtected([last], reason);
        var nameIsTaken = type.GeneratedNameLength is not null && !nameIsGenerated;
        if (!(goal.DeleteBeforeReplace ?? (type.DeleteBeforeReplace || nameIsTaken)))
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

    private async Task<(string Id, PropertyMap Outputs)> CreateAsync(IResourceType type, AwsClient aws, ResourceGoal goal)
    {
        if (context.IsPreview)
        {
            return ("", goal.Inputs);
        }

        await StandInAsync(type, aws, goal).ConfigureAwait(false);
        var created = await type.CreateAsync(aws, goal.Inputs).ConfigureAwait(false);
        try
        {
            var outputs = await OutputsAsync(type, aws, created.Id, goal.Inputs).ConfigureAwait(false);
            return (created.Id, outputs.Merge(created.Outputs));
        }
        catch (AwsException unread)
        {
            throw new EngineException($"'{created.Id}' is created, and cannot be read back: {unread.Message}");
        }
    }

    private async Task<(string Id, PropertyMap Outputs)> UpdateAsync(
        IResourceType type,
        AwsClient aws,
        ResourceGoal goal,
        ResourceState last,
        InputDiff diff)
    {
        if (diff.Changed.IsEmpty)
        {
            return (last.Id, last.Outputs);
        }

        var kept = last.Outputs.Only(last.Outputs.Names.Except(type.Inputs));
        if (context.IsPreview)
        {
            return (last.Id, kept.Merge(goal.Inputs));
        }

        await StandInAsync(type, aws, goal).ConfigureAwait(false);
        var id = await type.UpdateAsync(aws, last.Id, last.Goal.Inputs, goal.Inputs).ConfigureAwait(false);
        return (id, kept.Merge(await OutputsAsync(type, aws, id, goal.Inputs).ConfigureAwait(false)));
    }

    /// <summary>Stands in for what the resource needs and no resource of the stack is.</summary>
    private async Task StandInAsync(IResourceType type, AwsClient aws, ResourceGoal goal)
    {
        foreach (var (input, entity) in type.Needs(goal.Inputs))
        {
            if (goal.PropertyDependencies.GetValueOrDefault(input, []).IsEmpty)
            {
                await EnsureAsync(aws.Target, entity).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Stands in for the roles that an explicit provider assumes to get into its account.</summary>
    private async Task StandInForAssumedRolesAsync(ResourceGoal goal)
    {
        if (goal.Type != AwsProvider.Token || context.IsPreview)
        {
            return;
        }

        foreach (var role in AwsProvider.AssumedRoles(goal.Inputs).Select(IamEntity.FromArn).OfType<IamEntity>())
        {
            await EnsureAsync(AwsProvider.Target(goal.Inputs, context.HomeAccount), role).ConfigureAwait(false);
        }
    }

    private Task EnsureAsync(AwsTarget target, IamEntity entity) =>
        context.Aws.StandIns.EnsureAsync(context.Aws.ClientFor(target with { Account = entity.Account ?? target.Account }), entity);

    /// <summary>The inputs, overlaid with what AWS has made of them; documents stay as the program wrote them.</summary>
    private static async Task<PropertyMap> OutputsAsync(IResourceType type, AwsClient aws, string id, PropertyMap inputs)
    {
        var read = await type.ReadAsync(aws, id, inputs).ConfigureAwait(false)
            ?? throw new EngineException($"'{id}' does not exist, although AWS has just created it");
        foreach (var name in type.JsonInputs.Where(inputs.Has))
        {
            if (read.Text(name) is not { } stored || !PolicyDocument.AreSame(stored, inputs.Text(name)!))
            {
                throw new EngineException($"AWS holds another {name} than it was given");
            }

            read = read.With(name, inputs[name]);
        }

        return inputs.Merge(read);
    }

    private async Task<PropertyMap> ReadExternalAsync(ResourceGoal goal, string id)
    {
        var isUnknown = PropertyEncoding.DecodeValue(Google.Protobuf.WellKnownTypes.Value.ForString(id)) is Unknown;
        return isUnknown
            ? goal.Inputs
            : await ReadAsync(ResourceTypes.Find(goal.Type), ClientFor(goal.Provider), id).ConfigureAwait(false)
                ?? throw new EngineException($"resource '{id}' does not exist");
    }

    private static async Task<PropertyMap?> ReadAsync(IResourceType type, AwsClient aws, string id)
    {
        try
        {
            return await type.ReadAsync(aws, id, PropertyMap.Empty).ConfigureAwait(false);
        }
        catch (AwsException missing) when (missing.IsNotFound)
        {
            return null;
        }
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
            await Deletion.RunAsync(context.Aws, state).ConfigureAwait(false);
            return true;
        }
        catch (AwsException refused)
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
                $"{held.Urn} is protected and cannot be {fate}. Take its protection away first, in the program and its configuration, with an update of its own, or with `pulumi state unprotect`");
        }
    }

    private AwsTarget TargetOf(string providerReference)
    {
        var urn = ProviderReference.Urn(providerReference);
        var settings = urn.Length == 0 || Urn.Type(urn) != AwsProvider.Token
            ? context.AwsSettings
            : registered.TryGetValue(urn, out var provider)
                ? provider.Goal.Inputs
                : throw new EngineException($"the provider {urn} is not registered");
        return AwsProvider.RegionFault(settings, context.AwsSettings) is { } fault
            ? throw new EngineException($"invalid AWS Region: {fault}")
            : AwsProvider.Target(settings, context.HomeAccount);
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
