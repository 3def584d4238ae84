using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Rehearsal.Aws;

/// <summary>The emulated AWS, with all the accounts that a rehearsal has worked in.</summary>
/// <param name="connection">The connection to the emulator.</param>
internal sealed class EmulatedAws(AwsConnection connection)
{
    private readonly AwsCallLog log = new();
    private readonly ConcurrentDictionary<(string Account, string Region), AwsTarget> targets = new();
    private readonly ConcurrentDictionary<string, (IamQuotas Quotas, UserBoundaries Boundaries)> accounts = new();

    /// <summary>The calls made until now.</summary>
    public AwsCalls Calls => log.Calls;

    /// <summary>The call that AWS did not answer, after which no other is made; null while it answers.</summary>
    public AwsException? Outage => connection.Outage;

    /// <summary>What the user should know of calls that went wrong and were got over, since this was last asked for.</summary>
    public ImmutableArray<string> TakeRemarks() => log.TakeRemarks();

    /// <summary>What was seen of users' access keys whenever they changed.</summary>
    public AccessKeyWatch AccessKeys { get; } = new(connection);

    /// <summary>What the stacks expect in their accounts and do not make themselves.</summary>
    public StandIns StandIns { get; } = new();

    /// <summary>The accounts and regions that were worked in.</summary>
    public IEnumerable<AwsTarget> Targets => targets.Values.OrderBy(target => (target.Account, target.Region));

    /// <summary>A client for the account and region of a provider.</summary>
    public AwsClient ClientFor(AwsTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        targets.TryAdd((target.Account, target.Region), target);
        var (quotas, boundaries) = accounts.GetOrAdd(target.Account, _ => (new IamQuotas(), new UserBoundaries()));
        return new AwsClient(connection, log, target, quotas, boundaries, AccessKeys);
    }

    /// <summary>
    /// What IAM's GetAccountAuthorizationDetails answers for an account, in the shape in which
    /// <c>aws iam get-account-authorization-details</c> prints it: policy documents as JSON.
    /// AWS's own managed policies are in it where something is attached to them.
    /// </summary>
    public async Task<JsonObject> AuthorizationDetailsAsync(AwsTarget target)
    {
        var client = ClientFor(target);
        var details = new JsonObject();
        string? marker = null;
        do
        {
            var page = await client.IamAsync("GetAccountAuthorizationDetails", new { Filter = Kinds, Marker = marker })
                .ConfigureAwait(false);
            foreach (var list in Lists)
            {
                var known = details[list] as JsonArray;
                if (known is null)
                {
                    details[list] = known = [];
                }

                foreach (var item in page[list]?.AsArray() ?? [])
                {
                    known.Add(item!.DeepClone());
                }
            }

            marker = (string?)page["Marker"];
        }
        while (marker is not null);

        foreach (var user in details["UserDetailList"]!.AsArray())
        {
            client.UserBoundaries.AddTo(user!);
        }

        foreach (var policy in details["Policies"]!.AsArray())
        {
            // AWS has the name here; moto leaves it out.
            policy!["PolicyName"] ??= ((string)policy["Arn"]!).Split('/')[^1];
        }

        DecodeDocuments(details);
        await AddAttachedAwsPoliciesAsync(client, details).ConfigureAwait(false);
        return details;
    }

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

    /// <summary>What an account holds, one line a thing; nothing for an empty one.</summary>
    public async Task<List<string>> ContentsAsync(AwsTarget target)
    {
        var client = ClientFor(target);
        var details = await AuthorizationDetailsAsync(target).ConfigureAwait(false);
        var profiles = await client.IamAsync("ListInstanceProfiles", new { }).ConfigureAwait(false);
        var identityProviders = await client.IamAsync("ListOpenIDConnectProviders", new { }).ConfigureAwait(false);
        var secrets = await client.SecretsManagerAsync("ListSecrets", new { }).ConfigureAwait(false);
        return
        [
            .. Arns(details["RoleDetailList"], "Arn"),
            .. Arns(details["UserDetailList"], "Arn"),
            .. Arns(details["GroupDetailList"], "Arn"),
            .. Arns(details["Policies"], "Arn").Where(arn => !IsOfAws(arn)),
            .. Arns(profiles["InstanceProfiles"], "Arn"),
            .. Arns(identityProviders["OpenIDConnectProviderList"], "Arn"),
            .. Arns(secrets["SecretList"], "ARN"),
        ];
    }

    /// <summary>What all accounts hold that were worked in, one line a thing; nothing when they are empty.</summary>
    public async Task<List<string>> AllContentsAsync()
    {
        var contents = await Task.WhenAll(Targets.Select(ContentsAsync)).ConfigureAwait(false);
        return [.. contents.SelectMany(lines => lines).Distinct()];
    }

    private static readonly string[] Kinds = ["User", "Role", "Group", "LocalManagedPolicy"];

    private static readonly string[] Lists = ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"];

    private static IEnumerable<string> Arns(JsonNode? list, string key) =>
        (list as JsonArray ?? []).Select(item => (string)item![key]!);

    private static bool IsOfAws(string policyArn) => policyArn.Split(':')[4] == "aws";

    private static void DecodeDocuments(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                DecodeDocuments(item);
            }
        }
        else if (node is JsonObject map)
        {
            foreach (var (name, value) in map.ToList())
            {
                if (name is "PolicyDocument" or "AssumeRolePolicyDocument" or "Document" && value is JsonValue text)
                {
                    map[name] = JsonNode.Parse(PolicyDocument.Decode((string)text!));
                }
                else
                {
                    DecodeDocuments(value);
                }
            }
        }
    }

    private static async Task AddAttachedAwsPoliciesAsync(AwsClient client, JsonObject details)
    {
        var policies = details["Policies"]!.AsArray();
        var attached = details["RoleDetailList"]!.AsArray()
            .Concat(details["UserDetailList"]!.AsArray())
            .Concat(details["GroupDetailList"]!.AsArray())
            .SelectMany(
                holder => Arns(holder!["AttachedManagedPolicies"], "PolicyArn")
                    .Append((string?)holder["PermissionsBoundary"]?["PermissionsBoundaryArn"]))
            .OfType<string>()
            .Where(IsOfAws)
            .Except(Arns(policies, "Arn"))
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var policyArn in attached)
        {
            var policy = (await client.IamAsync("GetPolicy", new { PolicyArn = policyArn }).ConfigureAwait(false))["Policy"]!.DeepClone();
            var version = (await client.IamAsync(
                "GetPolicyVersion",
                new
                {
                    PolicyArn = policyArn,
                    VersionId = (string?)policy["DefaultVersionId"],
                }).ConfigureAwait(false))["PolicyVersion"]!.DeepClone();
            DecodeDocuments(version);
            policy["PolicyVersionList"] = new JsonArray(version);
            policies.Add(policy);
        }
    }
}
