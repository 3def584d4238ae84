using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Proof;

/// <summary>
/// Policies of an organization that bound the stack's account, at one of its levels: attached to the root, to an organizational unit or to
/// the account.
/// </summary>
/// <param name="Name">What they are called: the file that they were read from.</param>
/// <param name="Policies">The policy documents; what any of them allows, the level allows.</param>
public sealed record ControlPolicies(string Name, ImmutableArray<JsonNode> Policies)
{
    /// <summary>Reads service control policies: a policy, or a list of those of one level.</summary>
    /// <remarks>
    /// AWS Organizations User Guide, "SCP evaluation": a level where nothing allows lets nothing through. AWS attaches FullAWSAccess to
    /// each, so that it is taken to be there beside policies that only deny.
    /// </remarks>
    /// <exception cref="InvalidPoliciesException">The file cannot be read, or is something else.</exception>
    public static ControlPolicies ReadService(string file)
    {
        const string remedy = "Write a service control policy, or a list of all those of one level.";
        var policies = Read(file, remedy);
        return policies.Policies.SelectMany(Statements).Any(statement => (string?)statement["Effect"] == "Allow")
            ? policies
            : policies with { Policies = policies.Policies.Add(FullAccess()) };
    }

    /// <summary>Reads resource control policies: a policy, or a list of those of one level. RCPFullAWSAccess is beside them.</summary>
    /// <remarks>AWS Organizations User Guide, "RCP syntax": a customer's only denies, to every principal.</remarks>
    /// <exception cref="InvalidPoliciesException">The file cannot be read, or is something else.</exception>
    public static ControlPolicies ReadResource(string file)
    {
        const string remedy = "A resource control policy denies, to the principal \"*\"; write one, or a list of all those of one level.";
        var policies = Read(file, remedy);
        return policies.Policies.SelectMany(Statements).All(DeniesEverybody)
            ? policies
            : throw new InvalidPoliciesException(file, "a statement of it does something else.", remedy);
    }

    private static ControlPolicies Read(string file, string remedy)
    {
        var content = PolicyFile.Read(file, remedy);
        ImmutableArray<JsonNode?> policies = content is JsonArray list ? [.. list] : [content];
        return policies is [_, ..] && policies.All(PolicyFile.IsPolicy)
            ? new(file, [.. policies.OfType<JsonNode>().Select(policy => policy.DeepClone())])
            : throw new InvalidPoliciesException(file, "it is no policy: it has no Statement.", remedy);
    }

    private static IEnumerable<JsonNode> Statements(JsonNode policy) =>
        (policy["Statement"] as JsonArray)?.OfType<JsonNode>() ?? [policy["Statement"]!];

    private static bool DeniesEverybody(JsonNode statement) => (string?)statement["Effect"] == "Deny"
        && statement["Principal"] is JsonValue everybody && (string?)everybody == "*";

    private static JsonObject FullAccess() => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonObject { ["Sid"] = "FullAWSAccess", ["Effect"] = "Allow", ["Action"] = "*", ["Resource"] = "*" },
    };
}
