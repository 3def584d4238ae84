using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// Whether two policy documents are one to the provider: whatever the order of their members and statements, with a list of one for its
/// element, and the number of an account for the ARN of its root. A <c>Sid</c> makes another of it.
/// </summary>
/// <remarks>hashicorp/awspolicyequivalence, <c>aws_policy_equivalence.go</c>, PoliciesAreEquivalent.</remarks>
internal static partial class PolicyEquivalence
{
    /// <summary>Whether two documents are the same; what is no JSON is compared as it stands.</summary>
    public static bool AreSame(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        try
        {
            return Minified(left) == Minified(right);
        }
        catch (Exception none) when (none is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static string Minified(string document) => JsonText.Write(JsonText.Ordered(Document(JsonNode.Parse(document))));

    private static JsonNode? Document(JsonNode? document) => Members(document, (name, value) =>
        name == "Statement" ? Set(value, Statement) : Clone(value));

    private static JsonNode? Statement(JsonNode? statement) => Members(statement, (name, value) => name switch
    {
        "Action" or "NotAction" or "Resource" or "NotResource" => Set(value, Clone),
        "Principal" or "NotPrincipal" => Members(value, (kind, names) => Set(names, kind == "AWS" ? Account : Clone)),
        "Condition" => Members(value, (_, keys) => Members(keys, (_, values) => Set(values, text => $"{text}"))),
        _ => Clone(value),
    });

    private static JsonNode? Account(JsonNode? principal) => Root().Replace($"{principal}", "${account}");

    /// <summary>An object with something made of each member; what is none stays as it is.</summary>
    private static JsonNode? Members(JsonNode? node, Func<string, JsonNode?, JsonNode?> of) => node is JsonObject map
        ? new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, of(member.Key, member.Value))))
        : Clone(node);

    /// <summary>A list, or the one element that stands for it, without an order.</summary>
    private static JsonArray Set(JsonNode? value, Func<JsonNode?, JsonNode?> of) => new(
        [.. Items(value).Select(of).OrderBy(item => JsonText.Write(JsonText.Ordered(item)), StringComparer.Ordinal)]);

    private static JsonArray Items(JsonNode? value) => value as JsonArray ?? [Clone(value)];

    private static JsonNode? Clone(JsonNode? node) => node?.DeepClone();

    [GeneratedRegex("^arn:[a-z-]+:iam::(?<account>[0-9]{12}):root$")]
    private static partial Regex Root();
}
