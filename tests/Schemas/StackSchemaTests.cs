using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace SageMakerIam.Tests.Schemas;

/// <summary>The schema of stack files. That it says what the reader says is held where each fault is (SettingsFaultTests).</summary>
public class StackSchemaTests
{
    private const string FirstLine = "# yaml-language-server: $schema=";

    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();

    [Fact]
    public void Schema_SaysWhatTheSettingsSay() => SchemaFile.ShouldBe("stack.schema.json", StackSchema.Render());

    [Theory]
    [MemberData(nameof(StackFiles))]
    public void StackFile_OpensWithItsSchema_WhichAcceptsIt(string file)
    {
        var path = Path.Combine(RepositoryFolder.Path, file);
        var text = File.ReadAllText(path);
        text.Should().StartWith(FirstLine + Path.GetRelativePath(Path.GetDirectoryName(path)!, SchemaFile.PathOf("stack.schema.json")) + "\n");
        var json = new SerializerBuilder().JsonCompatible().Build().Serialize(Yaml.Deserialize(text));
        StackSchemaVerdict.Accepts(JsonNode.Parse(json)).Should().BeTrue();
    }

    public static TheoryData<string> StackFiles() => new(RepositoryFolder.StackFiles());
}
