using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rehearsal.StackFiles;

/// <summary>The texts that stand in a stack's own configuration, each with its path.</summary>
internal static class ConfiguredTexts
{
    /// <summary>All but what the provider is configured with.</summary>
    public static IEnumerable<(string Path, string Value)> Of(StackConfig config) =>
        Settings(config).SelectMany(setting => Texts(setting.Path, setting.Value));

    /// <summary>The settings that they stand in, each whole.</summary>
    public static IEnumerable<(string Path, JsonNode? Value)> Settings(StackConfig config) =>
        from entry in config.Program.Values
        where !entry.Key.StartsWith("aws:", StringComparison.Ordinal)
        select (entry.Key, Parse(entry.Value));

    private static IEnumerable<(string Path, string Value)> Texts(string path, JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Texts($"{path}.{entry.Key}", entry.Value)),
        JsonArray list => list.SelectMany((item, at) => Texts($"{path}[{at}]", item)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(path, text)],
        _ => [],
    };

    private static JsonNode? Parse(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return JsonValue.Create(value);
        }
    }
}
