using System.Text.Json.Nodes;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// What IAM's GetAccountAuthorizationDetails answers for an account, in the shape in which
/// <c>aws iam get-account-authorization-details</c> prints it: policy documents as JSON.
/// AWS's own managed policies are in it where something is attached to them.
/// </summary>
internal static class AccountDetails
{
    private static readonly string[] Kinds = ["User", "Role", "Group", "LocalManagedPolicy"];

    private static readonly string[] Lists = ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"];

    /// <summary>Asks for them, page by page.</summary>
    public static async Task<JsonObject> ReadAsync(AwsClient aws)
    {
        var details = new JsonObject();
        string? marker = null;
        do
        {
            var page = await aws.IamAsync("GetAccountAuthorizationDetails", new { Filter = Kinds, Marker = marker })
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
            aws.Kept<UserBoundaries>().AddTo(user!);
        }

        foreach (var policy in details["Policies"]!.AsArray())
        {
            // AWS has the name here; moto leaves it out.
            policy!["PolicyName"] ??= ((string)policy["Arn"]!).Split('/')[^1];
        }

        DecodeDocuments(details);
        await AddAttachedAwsPoliciesAsync(aws, details).ConfigureAwait(false);
        return details;
    }

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

    private static async Task AddAttachedAwsPoliciesAsync(AwsClient aws, JsonObject details)
    {
        var policies = details["Policies"]!.AsArray();
        var attached = details["RoleDetailList"]!.AsArray()
            .Concat(details["UserDetailList"]!.AsArray())
            .Concat(details["GroupDetailList"]!.AsArray())
            .SelectMany(
                holder => AccountSnapshot.Arns(holder!["AttachedManagedPolicies"], "PolicyArn")
                    .Append((string?)holder["PermissionsBoundary"]?["PermissionsBoundaryArn"]))
            .OfType<string>()
            .Where(PolicyDocument.IsOfAws)
            .Except(AccountSnapshot.Arns(policies))
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var policyArn in attached)
        {
            var policy = (await aws.IamAsync("GetPolicy", new { PolicyArn = policyArn }).ConfigureAwait(false))["Policy"]!.DeepClone();
            var version = (await aws.IamAsync(
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
