using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rehearsal.Providers;

/// <summary>JSON as text.</summary>
internal static class JsonText
{
    /// <summary>Whether two texts are the same JSON; what is none is compared as it stands.</summary>
    public static bool AreSame(string left, string right)
    {
        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(left), JsonNode.Parse(right));
        }
        catch (JsonException)
        {
            return left == right;
        }
    }
}
