using System.Text.Json.Nodes;

using Rehearsal.Engine;

namespace SageMakerIam.Tests.Recordings;

/// <summary>A call of the program to the engine.</summary>
/// <param name="Method">The method, <c>registerResource</c>.</param>
/// <param name="Asks">The request.</param>
/// <param name="Gets">The answer; null where there was none.</param>
/// <param name="Error">The words with which the call failed; null where it did not.</param>
internal sealed record RecordedCall(string Method, JsonObject Asks, JsonObject? Gets, string? Error)
{
    /// <summary>What it is about: a resource's name or URN, or a function.</summary>
    public string Subject => (string?)(Asks["name"] ?? Asks["tok"] ?? Asks["urn"]) ?? "";

    /// <summary>The URN of the resource that is registered or read; null for another call.</summary>
    public string? ResourceUrn => Asks["type"] is { } type
        ? Urn.Create("dev", "sagemaker-iam", (string?)Asks["parent"] ?? "", (string)type!, Subject)
        : null;

    /// <summary>The URNs that the resource needs: its parent's, and those that it depends on.</summary>
    public IEnumerable<string> Needs => (Asks["dependenciesList"] as JsonArray ?? []).Append(Asks["parent"])
        .Select(urn => (string?)urn).OfType<string>();

    /// <summary>Reads one.</summary>
    public static RecordedCall Of(JsonNode? node) =>
        new((string)node!["call"]!, node["asks"] as JsonObject ?? [], node["gets"] as JsonObject, (string?)node["error"]);

    /// <summary>Whether it registers the resource of a step.</summary>
    public bool Registers(RecordedEvent step) =>
        Method == "registerResource" && (string?)Asks["type"] == step.Type && (string?)Asks["name"] == step.Name;
}
