using System.Text.Json;
using System.Text.Json.Nodes;

namespace Proof;

/// <summary>Files with policies, as JSON.</summary>
public static class PolicyFile
{
    /// <summary>Reads a policy document.</summary>
    /// <param name="file">The file.</param>
    /// <param name="remedy">What may stand in it, a sentence.</param>
    /// <exception cref="InvalidPoliciesException">The file cannot be read, or is something else.</exception>
    public static JsonNode ReadPolicy(string file, string remedy) => Read(file, remedy) is { } policy && IsPolicy(policy)
        ? policy
        : throw new InvalidPoliciesException(file, "it is no policy: it has no Statement.", remedy);

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="remedy">What may stand in it, a sentence.</param>
    /// <exception cref="InvalidPoliciesException">The file cannot be read, or is no JSON.</exception>
    internal static JsonNode? Read(string file, string remedy)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file));
        }
        catch (JsonException exception)
        {
            throw new InvalidPoliciesException(file, $"no JSON: {exception.Message}", remedy);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidPoliciesException(file, exception.Message, remedy);
        }
    }

    /// <summary>Whether JSON is a policy document; whether IAM would take it is another question.</summary>
    internal static bool IsPolicy(JsonNode? document) => document is JsonObject map && map["Statement"] is JsonArray or JsonObject;
}
