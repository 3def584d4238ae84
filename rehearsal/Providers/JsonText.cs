using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rehearsal.Providers;

/// <summary>JSON as text.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The same JSON, its members in alphabetical order and without white space; what is none, or has a key twice, stays as it stands.
    /// </summary>
    /// <remarks>As Terraform's providers keep it: hashicorp/terraform-plugin-sdk, <c>helper/structure</c>, NormalizeJsonString.</remarks>
    public static string Ordered(string text)
    {
        try
        {
            return Write(Ordered(JsonNode.Parse(text)));
        }
        catch (Exception none) when (none is JsonException or ArgumentException)
        {
            return text;
        }
    }

    /// <summary>JSON as Go writes it.</summary>
    public static string Write(JsonNode? json) => (json?.ToJsonString(Json) ?? "null")
        .Replace("<", @"\u003c", StringComparison.Ordinal)
        .Replace(">", @"\u003e", StringComparison.Ordinal)
        .Replace("&", @"\u0026", StringComparison.Ordinal);

    /// <summary>The same JSON, the members of objects in alphabetical order.</summary>
    public static JsonNode? Ordered(JsonNode? json) => json switch
    {
        JsonObject map => new JsonObject(map.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Ordered(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Ordered)]),
        _ => json?.DeepClone(),
    };
}
