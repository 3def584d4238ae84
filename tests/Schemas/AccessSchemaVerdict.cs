using Json.Schema;
using Proof.Contracts;

namespace SageMakerIam.Tests.Schemas;

/// <summary>What an editor says of an access contract: whether the schema accepts it.</summary>
internal static class AccessSchemaVerdict
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(AccessSchema.Render());

    /// <summary>Whether the schema accepts a contract.</summary>
    /// <param name="yaml">The text of the contract.</param>
    public static bool Accepts(string yaml) => Schema.Evaluate(YamlText.ToJson(yaml)).IsValid;

    /// <summary>Reads a contract without faults, which the schema has to accept as well.</summary>
    public static AccessContract Read(string file)
    {
        var contract = AccessContract.Read(file);
        Accepts(File.ReadAllText(file)).Should().BeTrue("the reader accepts it");
        return contract;
    }
}
