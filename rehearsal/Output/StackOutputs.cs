using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rehearsal.Engine;

namespace Rehearsal.Output;

/// <summary>The outputs of a stack for people and files.</summary>
internal static class StackOutputs
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The outputs as JSON, secrets masked unless asked for.</summary>
    public static JsonObject ToJson(ImmutableDictionary<string, object?> outputs, bool showSecrets) =>
        new(outputs.OrderBy(output => output.Key, StringComparer.Ordinal).Select(output => KeyValuePair.Create(
            output.Key,
            PropertyValue.ToJson(showSecrets ? PropertyValue.Plain(output.Value) : PropertyValue.Mask(output.Value)))));

    /// <summary>The outputs as the lines of a text.</summary>
    public static IEnumerable<string> Lines(ImmutableDictionary<string, object?> outputs, bool showSecrets) =>
        ToJson(outputs, showSecrets).SelectMany(output => $"{output.Key}: {Text(output.Value)}".Split('\n'));

    /// <summary>JSON for people to read.</summary>
    public static string Indented(JsonNode json) => json.ToJsonString(Readable);

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue scalar => scalar.ToString(),
        _ => Indented(value),
    };
}
