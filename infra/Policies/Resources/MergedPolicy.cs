using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Resources;

/// <summary>A policy of the stack's, and what else a resource's policy says that is not the stack's.</summary>
internal static class MergedPolicy
{
    private const string Statement = "Statement";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The policy as JSON: the stack's statements first, the others as they stand.</summary>
    /// <param name="own">The stack's statements.</param>
    /// <param name="there">
    /// The policy that is there, which keeps its version and id. What it has of the stack's, from an update before, goes by its <c>Sid</c>.
    /// </param>
    public static string Json(PolicyDocument own, JsonNode there)
    {
        var sids = own.Statements.Select(statement => statement.Sid).ToHashSet();
        var others = (there[Statement] is JsonArray several ? several : [there[Statement]?.DeepClone()])
            .Where(statement => statement is not null && !IsOf(sids, statement)).Select(statement => statement!.DeepClone());
        var merged = there.DeepClone().AsObject();
        merged[Statement] = new JsonArray(
            [.. JsonNode.Parse(own.ToJson())![Statement]!.AsArray().Select(statement => statement!.DeepClone()), .. others]);
        return merged.ToJsonString(Compact);
    }

    private static bool IsOf(HashSet<string> sids, JsonNode statement) => (string?)statement["Sid"] is { } sid && sids.Contains(sid);
}
