using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// The permissions boundaries of an account's users. moto 5.2.1 has no call that sets one, so they are kept here and
/// put into its answers, where AWS has them.
/// </summary>
internal sealed class UserBoundaries
{
    private readonly ConcurrentDictionary<string, string> policyArns = new();

    /// <summary>Sets a user's boundary, or removes it when the ARN is null.</summary>
    public void Set(string user, string? policyArn)
    {
        if (policyArn is null)
        {
            policyArns.TryRemove(user, out _);
        }
        else
        {
            policyArns[user] = policyArn;
        }
    }

    /// <summary>Puts the boundary into what AWS says of a user.</summary>
    public void AddTo(JsonNode user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (policyArns.TryGetValue((string)user["UserName"]!, out var policyArn))
        {
            user["PermissionsBoundary"] = new JsonObject
            {
                ["PermissionsBoundaryType"] = "PermissionsBoundaryPolicy",
                ["PermissionsBoundaryArn"] = policyArn,
            };
        }
    }
}
