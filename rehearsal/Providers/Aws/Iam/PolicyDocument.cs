using System.Text.Json;
using System.Text.Json.Nodes;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>Policy documents as IAM takes and gives them.</summary>
internal static class PolicyDocument
{
    private const int TrustPolicyQuota = 2_048;
    private const int ManagedPolicyQuota = 6_144;

    /// <summary>The size that counts against a quota: the characters that are not white space.</summary>
    public static int Size(string document) => document.Count(character => !char.IsWhiteSpace(character));

    /// <summary>The document as JSON text; IAM's API gives it URL-encoded.</summary>
    public static string Decode(string document) =>
        document.StartsWith('%') ? Uri.UnescapeDataString(document) : document;

    /// <summary>The document with its members in alphabetical order, but for the version, which comes first.</summary>
    /// <remarks>hashicorp/terraform-provider-aws, <c>internal/verify/json.go</c>, LegacyPolicyNormalize.</remarks>
    public static string VersionFirst(string document)
    {
        var ordered = JsonText.Ordered(document);
        if (!ordered.StartsWith('{') || JsonNode.Parse(ordered) is not JsonObject map || map["Version"] is null)
        {
            return ordered;
        }

        map.Remove("Version", out var version);
        map.Insert(0, "Version", version);
        return JsonText.Write(map);
    }

    /// <summary>Whether a managed policy is one of AWS's own.</summary>
    public static bool IsOfAws(string policyArn) => policyArn.Split(':')[4] == "aws";

    /// <summary>Checks a managed policy.</summary>
    /// <exception cref="AwsException">The document is larger than IAM allows.</exception>
    public static void CheckManagedPolicy(string document)
    {
        if (Size(document) > ManagedPolicyQuota)
        {
            throw new AwsException(
                "LimitExceeded", $"Cannot exceed quota for PolicySize: {ManagedPolicyQuota} (the document has {Size(document)})");
        }
    }

    /// <summary>Checks the size of a role's trust policy.</summary>
    /// <exception cref="AwsException">The document is larger than IAM allows.</exception>
    public static void CheckTrustPolicySize(string document)
    {
        if (Size(document) > TrustPolicyQuota)
        {
            throw new AwsException(
                "LimitExceeded", $"Cannot exceed quota for ACLSizePerRole: {TrustPolicyQuota} (the document has {Size(document)})");
        }
    }

    /// <summary>Checks a role's trust policy, as IAM does and the emulator does not, which takes it whatever it is.</summary>
    /// <exception cref="AwsException">The document is not a trust policy.</exception>
    public static void CheckTrustPolicy(string document)
    {
        foreach (var statement in Statements(document))
        {
            if ((string?)statement["Effect"] is not ("Allow" or "Deny"))
            {
                throw Malformed("Syntax error: a statement's Effect is Allow or Deny");
            }

            if (statement["Principal"] is null && statement["NotPrincipal"] is null)
            {
                throw Malformed("Missing required field Principal");
            }

            if (statement["Action"] is null && statement["NotAction"] is null)
            {
                throw Malformed("Missing required field Action");
            }

            if (statement["Resource"] is not null || statement["NotResource"] is not null)
            {
                throw Malformed("Has prohibited field Resource");
            }
        }
    }

    /// <summary>The ARNs that a trust policy names as principals.</summary>
    public static IEnumerable<string> Principals(string trustPolicy) => Statements(trustPolicy)
        .Select(statement => (statement["Principal"] as JsonObject)?["AWS"])
        .SelectMany(principals => principals as IEnumerable<JsonNode?> ?? new[] { principals })
        .OfType<JsonNode>()
        .Select(principal => (string)principal!);

    private static IEnumerable<JsonObject> Statements(string document)
    {
        JsonNode? parsed;
        try
        {
            parsed = JsonNode.Parse(document);
        }
        catch (JsonException)
        {
            throw Malformed("This policy contains invalid Json");
        }

        return (parsed as JsonObject)?["Statement"] switch
        {
            JsonObject statement => [statement],
            JsonArray { Count: > 0 } list when list.All(item => item is JsonObject) => list.Cast<JsonObject>(),
            _ => throw Malformed("Missing required field Statement"),
        };
    }

    private static AwsException Malformed(string message) => new("MalformedPolicyDocument", message);
}
