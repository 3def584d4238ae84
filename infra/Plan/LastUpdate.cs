using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Plan;

/// <summary>
/// What the last update recorded in the stack's outputs. The stack reads its own: they are there before anything is registered, in a
/// preview as well. An update that stops half-way leaves the outputs of the one before.
/// </summary>
/// <remarks>Pulumi docs, iac/concepts/stacks, "Stack references".</remarks>
internal sealed class LastUpdate
{
    internal const string ArnsOutput = "deployerArns";
    internal const string RoleArnsOutput = "executionRoleArns";
    internal const string InstanceProfileArnsOutput = "instanceProfileArns";
    internal const string EndpointIdsOutput = "endpointIds";
    internal const string GuardedBucketArnsOutput = "guardedBucketArns";
    internal const string GuardedBucketStatementsKeptOutput = "guardedBucketStatementsKept";
    internal const string GenerationsOutput = "deployerAccessKeyGenerations";
    internal const string IdsOutput = "deployerAccessKeyIds";
    internal const string KeyAliasesOutput = "keyAliases";
    internal const string KeyArnsOutput = "keyArns";
    internal const string ManagedSecretArnsOutput = "managedSecretArns";
    internal const string PreviousIdsOutput = "deployerPreviousAccessKeyIds";
    internal const string RepositoryUrlsOutput = "repositoryUrls";

    private readonly ImmutableDictionary<string, object> outputs;
    private readonly Lazy<Task<StackState>> state;

    private LastUpdate(ImmutableDictionary<string, object>? outputs, Lazy<Task<StackState>> state) =>
        (this.outputs, this.state) = (outputs ?? ImmutableDictionary<string, object>.Empty, state);

    /// <summary>Before the first update.</summary>
    public static LastUpdate None { get; } = new(
        null, new(() => throw new InvalidOperationException("There is no state before the first update.")));

    /// <summary>Whether the stack has had no whole update: what it made in one that stopped half-way is then not known.</summary>
    public bool IsNone => outputs.IsEmpty;

    /// <summary>Reads the stack's own outputs; there are none before its first update.</summary>
    internal static async Task<LastUpdate> ReadAsync()
    {
        var deployment = Deployment.Instance;
        var name = $"{deployment.OrganizationName}/{deployment.ProjectName}/{deployment.StackName}";
        var state = new Lazy<Task<StackState>>(() => StackState.ReadAsync(name));

        // A reference shows nothing where one output is unknown, as older versions leave it after a failed update.
        var stack = new StackReference(name);
        var isKnown = await OutputUtilities.GetIsKnownAsync(stack.Outputs);
        return new LastUpdate(isKnown ? await OutputUtilities.GetValueAsync(stack.Outputs) : (await state.Value).Outputs, state);
    }

    /// <summary>The same, under the names that entries have now.</summary>
    /// <param name="settings">The settings, which say what each was called before.</param>
    internal LastUpdate Renamed(StackSettings settings) => new(
        outputs.ToImmutableDictionary(
            output => output.Key,
            output => output.Value is ImmutableDictionary<string, object> entries
                ? Renamed(entries, HeirsOf(output.Key, settings))
                : output.Value),
        state);

    /// <summary>An output, or what stands in it at a path; null if there is none.</summary>
    internal object? Output(params string[] path) => path.Aggregate(
        (object?)outputs, (value, key) => (value as ImmutableDictionary<string, object>)?.GetValueOrDefault(key));

    /// <summary>The keys of an output that is a map.</summary>
    internal IEnumerable<string> Entries(string output) => (Output(output) as ImmutableDictionary<string, object>)?.Keys ?? [];

    /// <summary>The resource that a recorded ARN names, <c>role/training</c>; null if there is none.</summary>
    /// <param name="output">The output, a map.</param>
    /// <param name="entry">The key in it.</param>
    internal string? ResourceOf(string output, string entry) => Output(output, entry) is string text ? Arn.Parse(text)?.Resource : null;

    /// <summary>The name of a deployer's user; null if it had none.</summary>
    internal string? UserName(string deployer) =>
        Output(ArnsOutput, deployer) is string text && Arn.Parse(text) is { IsUser: true } arn ? arn.Name : null;

    /// <summary>
    /// The ids of a deployer's access keys, by generation. The stack may have others than it recorded, as what an update was told to skip
    /// includes deletions.
    /// </summary>
    /// <param name="deployer">The deployer's name in the configuration.</param>
    /// <param name="former">The names that it had before.</param>
    /// <param name="there">The ids of the keys that its user has.</param>
    internal async Task<ImmutableSortedDictionary<int, string>> AccessKeyIdsAsync(
        string deployer, IEnumerable<string> former, IEnumerable<string> there)
    {
        var recorded = RecordedAccessKeyIds(deployer);
        if (IsNone || !there.Except(recorded.Values).Any())
        {
            return recorded;
        }

        var known = await state.Value;
        return former.Append(deployer).Aggregate(recorded, (ids, name) => ids.SetItems(known.AccessKeyIds(name)));
    }

    /// <summary>Whether the stack manages what has this ARN, by its state; not before its first whole update.</summary>
    internal async Task<bool> HoldsAsync(string arn) => !IsNone && (await state.Value).Holds(arn);

    /// <summary>Whether the stack manages the policy of a bucket, by its state; not before its first whole update.</summary>
    internal async Task<bool> GuardsAsync(string bucket) => !IsNone && (await state.Value).HasPolicyOf(bucket);

    /// <summary>The id of the VPC of the endpoints that an entry made, by the stack's state; null where it made none.</summary>
    internal async Task<string?> VpcOfEndpointsAsync(string entry) => (await state.Value).VpcOfEndpoints(entry);

    /// <summary>The generation of the key that a deployer was to have beside its newest, and that was not made; null for none.</summary>
    internal int? UnmadeAccessKey(string deployer) =>
        Output(GenerationsOutput, deployer, "generation") is double generation && Output(GenerationsOutput, deployer, "previous") is null
            ? (int)generation - 1
            : null;

    // By the name that an entry had, the name that it has.
    private static IEnumerable<(string Former, string Now)> HeirsOf(string output, StackSettings settings)
    {
        bool IsOf(string kind) => output.StartsWith(kind, StringComparison.Ordinal);
        return IsOf("executionRole") || IsOf("instanceProfile") ? Heirs(settings.ExecutionRoles)
            : IsOf("analyzer") || IsOf("guardedBucket") || IsOf("repository") || IsOf("trail") ? []
            : IsOf("endpoint") ? Heirs(settings.Endpoints)
            : IsOf("passRoleGrant") ? Heirs(settings.PassRoleGrants)
            : IsOf("key") ? Heirs(settings.Keys)
            : Heirs(settings.Deployers);
    }

    private static IEnumerable<(string Former, string Now)> Heirs<T>(IReadOnlyDictionary<string, T> entries)
        where T : IRenamed => entries.SelectMany(entry => entry.Value.Formerly, (entry, former) => (former, entry.Key));

    private static ImmutableDictionary<string, object> Renamed(
        ImmutableDictionary<string, object> entries, IEnumerable<(string Former, string Now)> heirs)
    {
        foreach (var (former, now) in heirs)
        {
            if (!entries.ContainsKey(now) && entries.TryGetValue(former, out var value))
            {
                entries = entries.Remove(former).Add(now, value);
            }
        }

        return entries;
    }

    // A key without an id was never made, whatever older versions have recorded of it.
    private ImmutableSortedDictionary<int, string> RecordedAccessKeyIds(string deployer)
    {
        var ids = ImmutableSortedDictionary.CreateBuilder<int, string>();
        if (Output(GenerationsOutput, deployer, "generation") is double generation)
        {
            if (Output(IdsOutput, deployer) is string current)
            {
                ids.Add((int)generation, current);
            }

            if (Output(PreviousIdsOutput, deployer) is string previous)
            {
                ids.Add((int)generation - 1, previous);
            }
        }

        return ids.ToImmutable();
    }
}
