using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Wire;

namespace Rehearsal.PulumiCli;

/// <summary>A stack's state, as <c>pulumi stack export --show-secrets</c> prints it.</summary>
/// <param name="export">What it prints.</param>
/// <remarks>
/// pulumi/pulumi, <c>sdk/go/common/apitype/core.go</c>, DeploymentV3 and ResourceV3; a secret is an object with a signature and, as JSON
/// text, its <c>plaintext</c> (SecretV1).
/// </remarks>
internal sealed class StackExport(JsonNode export)
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string OfSecret = "1b47061264138c4ac30d75fd1eb44270";
    private const string ProviderType = "pulumi:providers:aws";

    /// <summary>The stack's outputs, secrets marked.</summary>
    public ImmutableDictionary<string, object?> Outputs =>
        Resources.FirstOrDefault(resource => (string?)resource["type"] == Urn.StackType)?["outputs"] is JsonObject outputs
            ? outputs.ToImmutableDictionary(output => output.Key, output => Value(output.Value))
            : ImmutableDictionary<string, object?>.Empty;

    /// <summary>The URNs of the resources that are protected.</summary>
    public IEnumerable<string> Protected =>
        Resources.Where(resource => (bool?)resource["protect"] is true).Select(resource => (string)resource["urn"]!);

    /// <summary>The settings of the AWS providers of the stack.</summary>
    public IEnumerable<PropertyMap> AwsProviders =>
        from resource in Resources
        where (string?)resource["type"] == ProviderType
        let inputs = resource["inputs"] as JsonObject ?? []
        select new PropertyMap(inputs.ToImmutableDictionary(input => input.Key, input => PropertyValue.Plain(Value(input.Value))));

    private IEnumerable<JsonNode> Resources => (export["deployment"]?["resources"] as JsonArray ?? []).OfType<JsonNode>();

    private static object? Value(JsonNode? json) => json switch
    {
        JsonObject marked when (string?)marked[Signature] == OfSecret => new Secret(Value(JsonNode.Parse((string)marked["plaintext"]!))),
        JsonObject map => map.ToImmutableDictionary(entry => entry.Key, entry => Value(entry.Value)),
        JsonArray list => list.Select(Value).ToImmutableArray(),
        _ => PropertyValue.FromJson(json),
    };
}
