using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace SageMakerIam.Tests.Schemas;

/// <summary>YAML as an editor sees it, which asks the schema: what is not in quotes may be a number.</summary>
internal static class YamlText
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();

    private static readonly ISerializer Json = new SerializerBuilder().JsonCompatible().Build();

    /// <summary>The document as JSON.</summary>
    public static JsonNode? ToJson(string yaml) => JsonNode.Parse(Json.Serialize(Yaml.Deserialize(yaml)));
}
