using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SageMakerIam.Tests.Schemas;

/// <summary>A schema file of the repository: written by <c>README=write ./test</c>, held by every other run.</summary>
internal static class SchemaFile
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of the file that holds a schema.</summary>
    public static string Render(JsonObject schema) => schema.ToJsonString(Readable) + "\n";

    /// <summary>Where the file stands.</summary>
    /// <param name="name">Its name, <c>stack.schema.json</c> say.</param>
    public static string PathOf(string name) => Path.Combine(RepositoryFolder.Path, "schemas", name);

    /// <summary>Holds a YAML file to its first line, which tells editors where the schema is.</summary>
    /// <param name="file">The file, by its path from the repository.</param>
    /// <param name="name">The schema's name.</param>
    public static void ShouldOpen(string file, string name)
    {
        var path = Path.Combine(RepositoryFolder.Path, file);
        File.ReadAllText(path).Should().StartWith(
            $"# yaml-language-server: $schema={Path.GetRelativePath(Path.GetDirectoryName(path)!, PathOf(name))}\n");
    }

    /// <summary>Writes the file, or holds it to what would be written.</summary>
    public static void ShouldBe(string name, string rendered)
    {
        if (Environment.GetEnvironmentVariable("README") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            File.WriteAllText(PathOf(name), rendered);
            return;
        }

        File.ReadAllText(PathOf(name)).Should().Be(rendered, "it is written by `README=write ./test`");
    }
}
