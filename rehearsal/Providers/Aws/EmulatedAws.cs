using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Proof;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.Providers.Aws.Iam;

namespace Rehearsal.Providers.Aws;

/// <summary>The emulated AWS, with all the accounts that a rehearsal has worked in.</summary>
/// <param name="connection">The connection to the emulator.</param>
internal sealed partial class EmulatedAws(AwsConnection connection)
{
    private readonly AwsCallLog log = new();
    private readonly ConcurrentDictionary<(string Account, string Region), AwsTarget> targets = new();
    private readonly ConcurrentDictionary<string, AccountNotes> accounts = new();

    /// <summary>The calls made until now.</summary>
    public ProviderCalls Calls => log.Calls;

    /// <summary>The call that AWS did not answer, after which no other is made; null while it answers.</summary>
    public AwsException? Outage => connection.Outage;

    /// <summary>What the user should know of calls that went wrong and were got over, since this was last asked for.</summary>
    public ImmutableArray<string> TakeRemarks() => log.TakeRemarks();

    /// <summary>What was seen of users' access keys whenever they changed.</summary>
    public AccessKeyWatch AccessKeys { get; } = new(connection);

    /// <summary>What the stacks expect in their accounts and do not make themselves.</summary>
    public StandIns StandIns { get; init; } = new();

    /// <summary>The accounts and regions that were worked in.</summary>
    public IEnumerable<AwsTarget> Targets => targets.Values.OrderBy(target => (target.Account, target.Region));

    /// <summary>A client for the account and region of a provider.</summary>
    public AwsClient ClientFor(AwsTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        targets.TryAdd((target.Account, target.Region), target);
        return new AwsClient(connection, log, target, accounts.GetOrAdd(target.Account, _ => new AccountNotes()), AccessKeys);
    }

    /// <summary>Stands in for what a provider expects, in its account or in the one that its ARN names.</summary>
    public Task StandInAsync(AwsTarget target, IamEntity entity) =>
        StandIns.EnsureAsync(ClientFor(target with { Account = entity.Account ?? target.Account }), entity);

    /// <summary>The authorization details of an account.</summary>
    public Task<JsonObject> AuthorizationDetailsAsync(AwsTarget target) => AccountDetails.ReadAsync(ClientFor(target));

    /// <summary>
    /// What an account's details say of who may do what: without dates, ids and counts, former versions of policies, and the endings that
    /// Pulumi generates, since what is made anew has others; in an order of its own.
    /// </summary>
    public async Task<string> AccessAsync(AwsTarget target)
    {
        var details = await AuthorizationDetailsAsync(target).ConfigureAwait(false);
        foreach (var versions in details["Policies"]!.AsArray().Select(policy => policy!["PolicyVersionList"]!.AsArray()))
        {
            foreach (var former in versions.Where(version => !(bool)version!["IsDefaultVersion"]!).ToList())
            {
                versions.Remove(former);
            }
        }

        return Text(Sorted(details));
    }

    // IAM lists in the order in which things were made and attached, which says nothing of who may do what.
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, Sorted(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted).OrderBy(Text, StringComparer.Ordinal)]),
        _ => node?.DeepClone(),
    };

    private static string Text(JsonNode? node) => WithoutAccess().Replace(node?.ToJsonString() ?? "", "");

    /// <summary>The authorization details of an account and of every other that was worked in, by account.</summary>
    public async Task<ImmutableSortedDictionary<string, JsonObject>> AllAuthorizationDetailsAsync(AwsTarget home)
    {
        var details = ImmutableSortedDictionary.CreateBuilder<string, JsonObject>(StringComparer.Ordinal);
        foreach (var target in Targets.Prepend(home).DistinctBy(target => target.Account))
        {
            details[target.Account] = await AuthorizationDetailsAsync(target).ConfigureAwait(false);
        }

        return details.ToImmutable();
    }

    /// <summary>
    /// The policies that resources bear in the accounts and regions that were worked in, and the audiences of identity providers.
    /// </summary>
    /// <param name="types">The types of resource to ask, by token; others, and those that bear no policy, cost no call.</param>
    public async Task<ResourcePolicies> ResourcePoliciesAsync(IEnumerable<string> types)
    {
        var asked = types.ToHashSet();
        var bearing = ResourceTypes.All.Where(type => type.BearsPolicy && type.PolicyTypes.Overlaps(asked)).ToList();
        var policies = new List<KeyValuePair<string, JsonNode?>>();
        foreach (var target in bearing.Count > 0 ? Targets : [])
        {
            var account = new AccountSnapshot(ClientFor(target));
            foreach (var type in bearing)
            {
                foreach (var arn in await type.ListAsync(account).ConfigureAwait(false))
                {
                    policies.Add(KeyValuePair.Create(arn, await type.PolicyAsync(account.Aws, arn).ConfigureAwait(false)));
                }
            }
        }

        return new ResourcePolicies(policies) { Audiences = await AudiencesAsync(asked).ConfigureAwait(false) };
    }

    // By the provider's ARN; where the stack makes no such provider, none is asked for.
    private async Task<ImmutableDictionary<string, ImmutableArray<string>>> AudiencesAsync(IEnumerable<string> types)
    {
        var audiences = ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        var type = ResourceTypes.All.OfType<OpenIdConnectProvider>().Single();
        foreach (var target in types.Contains(type.Token) ? Targets.DistinctBy(target => target.Account) : [])
        {
            var account = new AccountSnapshot(ClientFor(target));
            foreach (var arn in await type.ListAsync(account).ConfigureAwait(false))
            {
                var provider = await type.ReadAsync(account.Aws, arn, PropertyMap.Empty).ConfigureAwait(false);
                audiences = audiences.SetItem(arn, [.. provider!.Texts("clientIdLists")]);
            }
        }

        return audiences;
    }

    /// <summary>
    /// What an account holds of IAM, and of the other services that were called, the ARN of one thing a line; nothing for an empty one.
    /// </summary>
    public async Task<List<string>> ContentsAsync(AwsTarget target)
    {
        var account = new AccountSnapshot(ClientFor(target));
        var contents = new List<string>();
        foreach (var type in ResourceTypes.All.Where(type => type.Service == "iam" || log.HasCalled(type.Service)))
        {
            contents.AddRange(await type.ListAsync(account).ConfigureAwait(false));
        }

        // No type makes one, and no stack may leave one behind.
        contents.AddRange(await account.ArnsInDetailsAsync("GroupDetailList").ConfigureAwait(false));
        return contents;
    }

    /// <summary>What all accounts hold that were worked in, one line a thing; nothing when they are empty.</summary>
    public async Task<List<string>> AllContentsAsync()
    {
        var contents = await Task.WhenAll(Targets.Select(ContentsAsync)).ConfigureAwait(false);
        return [.. contents.SelectMany(lines => lines).Distinct()];
    }

    [GeneratedRegex(
        """("[A-Za-z]*(Date|LastUsed)":("[^"]*"|\{[^}]*\})|"((Default)?Version|User)Id":"[^"]*"|"AttachmentCount":\d+),?"""
            + """|-[0-9a-f]{7}(?=")""")]
    private static partial Regex WithoutAccess();
}
