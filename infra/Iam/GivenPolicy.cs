using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace SageMakerIam.Iam;

/// <summary>A policy document that somebody else wrote: a managed policy of AWS, or of the account.</summary>
/// <param name="document">The document, as JSON.</param>
/// <remarks>IAM User Guide, "IAM JSON policy elements reference".</remarks>
internal sealed class GivenPolicy(JsonNode document)
{
    private IEnumerable<JsonNode> Statements => Several(document["Statement"]);

    /// <summary>Whether it allows everything and denies nothing, so that as a boundary it bounds nothing.</summary>
    public bool AllowsEverything =>
        Statements.All(IsAllow)
        && Statements.Any(statement => statement["Condition"] is null
            && Texts(statement["Action"]).Contains("*") && Texts(statement["Resource"]).Contains("*"));

    /// <summary>Whether it allows an action on a resource whatever the request says of itself, and denies it in no case.</summary>
    /// <param name="action">The action, <c>service:Action</c>.</param>
    /// <param name="resource">The resource's ARN.</param>
    public bool Allows(string action, string resource)
    {
        var covering = Statements.Where(statement => CoversAction(statement, action) && CoversResource(statement, resource)).ToList();
        return covering.Exists(statement => IsAllow(statement) && statement["Condition"] is null)
            && covering.TrueForAll(IsAllow);
    }

    private static bool IsAllow(JsonNode statement) => (string?)statement["Effect"] == "Allow";

    private static bool CoversAction(JsonNode statement, string action) =>
        statement["NotAction"] is { } all
            ? !Texts(all).Any(pattern => IsLike(pattern, action, ignoreCase: true))
            : Texts(statement["Action"]).Any(pattern => IsLike(pattern, action, ignoreCase: true));

    private static bool CoversResource(JsonNode statement, string resource) =>
        statement["NotResource"] is { } all
            ? !Texts(all).Any(pattern => IsLike(pattern, resource, ignoreCase: false))
            : Texts(statement["Resource"]).Any(pattern => IsLike(pattern, resource, ignoreCase: false));

    private static bool IsLike(string pattern, string text, bool ignoreCase) =>
        FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase);

    private static IEnumerable<string> Texts(JsonNode? given) => Several(given).Select(text => text.GetValue<string>());

    private static IEnumerable<JsonNode> Several(JsonNode? given) => given switch
    {
        null => [],
        JsonArray several => several.OfType<JsonNode>(),
        _ => [given],
    };
}
