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
    /// <param name="there">The policy that is there, which keeps its version and id.</param>
    public static string Json(PolicyDocument own, JsonNode there)
    {
        var merged = there.DeepClone().AsObject();
        merged[Statement] = new JsonArray(
        [
            .. JsonNode.Parse(own.ToJson())![Statement]!.AsArray().Select(statement => statement!.DeepClone()),
            .. Others(there).Select(statement => statement.DeepClone()),
        ]);
        return merged.ToJsonString(Compact);
    }

    /// <summary>
    /// What a policy says that is not the stack's. What an update before put there goes by its <c>Sid</c>, also where the settings ask for
    /// it no more.
    /// </summary>
    public static IEnumerable<JsonNode> Others(JsonNode there) =>
        (there[Statement] is JsonArray several ? several : [there[Statement]?.DeepClone()]).OfType<JsonNode>().Where(statement =>
            (string?)statement["Sid"] is not { } sid || !sid.StartsWith(GuardedBucketPolicy.SidPrefix, StringComparison.Ordinal));
}
