namespace SageMakerIam.Tests.Schemas;

/// <summary>The schema of stack files. That it says what the reader says is held where each fault is (SettingsFaultTests).</summary>
public class StackSchemaTests
{
    [Fact]
    public void Schema_SaysWhatTheSettingsSay() => SchemaFile.ShouldBe("stack.schema.json", StackSchema.Render());

    [Theory]
    [MemberData(nameof(StackFiles))]
    public void StackFile_OpensWithItsSchema_WhichAcceptsIt(string file)
    {
        SchemaFile.ShouldOpen(file, "stack.schema.json");
        StackSchemaVerdict.Accepts(YamlText.ToJson(File.ReadAllText(Path.Combine(RepositoryFolder.Path, file)))).Should().BeTrue();
    }

    public static TheoryData<string> StackFiles() => new(RepositoryFolder.StackFiles());
}
