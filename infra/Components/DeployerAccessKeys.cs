using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Utilities;
using SageMakerIam.Plan.Rotation;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>
/// The access keys of a deployer, told as they are there after an update, which may have skipped one or failed to make it. A preview
/// tells them as they are to be. All of them are unknown where none is there.
/// </summary>
internal sealed class DeployerAccessKeys
{
    private const string Active = "Active";

    private readonly ImmutableSortedDictionary<int, AccessKey> keys;

    /// <summary>Registers the keys.</summary>
    public DeployerAccessKeys(string name, AccessKeyGenerations asked, Output<string> user, ComponentResource parent)
    {
        keys = asked.Existing.ToImmutableSortedDictionary(generation => generation, generation => new AccessKey(
            $"{name}-access-key-{generation}",
            new AccessKeyArgs { User = user, Status = asked.Active.Contains(generation) ? Active : "Inactive" },
            NewBeforeOld.Options(parent)));
        There = Deployment.Instance.IsDryRun
            ? Output.Create(new AccessKeysThere(asked.Current, asked.Previous))
            : Output.Create(ThereAsync(asked)).WhenMade(there => there!);
    }

    /// <summary>Which keys there are.</summary>
    public Output<AccessKeysThere> There { get; }

    /// <summary>What the current key, the newest of them, says.</summary>
    public Output<string> Current(Func<AccessKey, Output<string>> of) =>
        There.Apply(there => of(keys[there.Current]).Made());

    /// <summary>What the key before it says: null where the current one is the only one, and where the settings ask for no other.</summary>
    public Output<string>? Previous(Func<AccessKey, Output<string>> of) => keys.Count == 1
        ? null
        : There.Apply(there => there.Previous is null or PreviousAccessKey.Gone ? null : of(keys[there.Current - 1]).Made());

    // A key has an id once it is made. The SDK gives its answer in time: no key waits for what is made from another.
    private async Task<AccessKeysThere?> ThereAsync(AccessKeyGenerations asked)
    {
        var found = new List<int>();
        foreach (var (generation, key) in keys)
        {
            if (await OutputUtilities.GetIsKnownAsync(key.Id))
            {
                found.Add(generation);
            }
        }

        return found switch
        {
            [] => null,
            [var only] => new(only, asked.Existing.Contains(only - 1) ? null : PreviousAccessKey.Gone),
            [var previous, .., var current] => new(
                current, await IsInactiveAsync(keys[previous]) ? PreviousAccessKey.Inactive : PreviousAccessKey.Active),
        };
    }

    // One whose deactivation failed is still active, and does not say so.
    private static async Task<bool> IsInactiveAsync(AccessKey key) =>
        await OutputUtilities.GetValueAsync(key.Status) is { } status && status != Active;
}
