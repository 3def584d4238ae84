using System.Text.Json.Nodes;
using Json.Schema;

namespace SageMakerIam.Tests.Schemas;

/// <summary>What an editor says of a stack file: whether the schema accepts it.</summary>
internal static class StackSchemaVerdict
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(StackSchema.Render());

    /// <summary>Whether the schema accepts a stack file.</summary>
    public static bool Accepts(JsonNode? stackFile) => Schema.Evaluate(stackFile).IsValid;

    /// <summary>Whether the schema accepts a stack file with these maps of the project.</summary>
    /// <param name="configuration">The maps as JSON, keyed <c>executionRoles</c> and so on.</param>
    public static bool AcceptsConfiguration(string configuration) => Accepts(new JsonObject
    {
        ["config"] = new JsonObject(JsonNode.Parse(configuration)!.AsObject()
            .Select(map => KeyValuePair.Create($"sagemaker-iam:{map.Key}", map.Value?.DeepClone()))),
    });
}
