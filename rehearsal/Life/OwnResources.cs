using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rehearsal.StackFiles;

namespace Rehearsal.Life;

/// <summary>
/// Whose the resources of a live account are. The stack answers for the policies of those whose ARNs or ids its outputs say, and of those
/// that its file names where it makes them or gives them a policy; and for the identity providers whose ARNs its file does not name.
/// </summary>
internal static class OwnResources
{
    // The settings whose keys are the names of resources, by what comes before the name in an ARN of the resource.
    private static readonly ImmutableArray<(string Setting, string Before)> Named =
        [("guardedBuckets", ":s3:::"), ("repositories", ":repository/"), ("managedSecrets", ":secret:")];

    /// <summary>Those of some ARNs that are not the stack's.</summary>
    /// <param name="arns">The ARNs.</param>
    /// <param name="argument">The stack's project and file.</param>
    /// <param name="outputs">Its outputs; null where they are not known: then no key is known to be its own.</param>
    public static IEnumerable<string> OfOthers(IEnumerable<string> arns, StackArgument argument, JsonObject? outputs)
    {
        JsonNode? Setting(string key) =>
            argument.Config.Program.Values.GetValueOrDefault($"{argument.Project.Name}:{key}") is { } text ? JsonNode.Parse(text) : null;
        var said = Texts(outputs).ToHashSet();
        var texts = ConfiguredTexts.Of(argument.Config).Select(text => text.Value).ToHashSet();
        var endings = Named
            .SelectMany(named => (Setting(named.Setting) as JsonObject ?? []).Select(entry => $"{named.Before}{entry.Key}"))
            .Concat((string?)Setting("trail")?["bucket"] is { } bucket ? [$":s3:::{bucket}"] : [])
            .ToHashSet();
        return arns.Where(arn => IsProvider(arn)
            ? texts.Contains(arn)
            : !said.Contains(arn) && !said.Contains(IdOf(arn)) && !endings.Contains(NameWithin(arn)));
    }

    private static bool IsProvider(string arn) => arn.Contains(":oidc-provider/", StringComparison.Ordinal);

    // The outputs have the ids of endpoints.
    private static string IdOf(string arn) => arn.Contains(":vpc-endpoint/", StringComparison.Ordinal) ? arn.Split('/')[^1] : arn;

    // The six characters at the end of a secret's ARN are of AWS's choice.
    private static string NameWithin(string arn) => Named
        .Select(named => (named.Before, At: arn.IndexOf(named.Before, StringComparison.Ordinal)))
        .Where(found => found.At >= 0)
        .Select(found => found.Before == ":secret:" && arn.Length > found.At + 7 ? arn[found.At..^7] : arn[found.At..])
        .FirstOrDefault(arn);

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Texts(entry.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [(string)value!],
        _ => [],
    };
}
