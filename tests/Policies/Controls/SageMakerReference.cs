using System.Text.Json.Nodes;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary>SageMaker's actions, as the Service Authorization Reference has them.</summary>
internal static class SageMakerReference
{
    private static readonly JsonNode[] Actions =
    [
        .. JsonNode.Parse(File.ReadAllText(Path.Combine(
            RepositoryFolder.Path, "proof", "judge", "node_modules", "@cloud-copilot", "iam-data", "data", "actions", "sagemaker.json")))!
            .AsObject().Select(entry => entry.Value!),
    ];

    /// <summary>The actions that carry a condition key, without <c>sagemaker:</c>.</summary>
    public static HashSet<string> Carriers(string key)
    {
        var known = key.StartsWith("aws:RequestTag/", StringComparison.Ordinal) ? "aws:RequestTag/${TagKey}" : key;
        return [.. Actions
            .Where(action => Texts(action["conditionKeys"]!).Concat(TypesOf(action).SelectMany(type => Texts(type["conditionKeys"]!)))
                .Contains(known))
            .Select(NameOf)];
    }

    /// <summary>The types of resource that an action is done on.</summary>
    /// <param name="action">The action, without <c>sagemaker:</c>.</param>
    public static HashSet<string> ResourceTypes(string action) =>
        [.. TypesOf(Actions.Single(known => NameOf(known) == action)).Select(type => type["name"]!.GetValue<string>())];

    private static string NameOf(JsonNode action) => action["name"]!.GetValue<string>();

    private static JsonNode[] TypesOf(JsonNode action) => [.. action["resourceTypes"]!.AsArray()!];

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(text => text!.GetValue<string>());
}
