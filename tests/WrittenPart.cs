namespace SageMakerIam.Tests;

/// <summary>A part of a document between two comments: written by <c>README=write ./test</c>, held by every other run.</summary>
internal static class WrittenPart
{
    /// <summary>Writes the part, or holds it to what would be written.</summary>
    /// <param name="document">The document, by its path from the repository.</param>
    /// <param name="part">What the comments around it call it.</param>
    /// <param name="written">What stands there.</param>
    public static void ShouldBe(string document, string part, string written)
    {
        var path = Path.Combine(RepositoryFolder.Path, document);
        var text = File.ReadAllText(path);
        var heading = $"<!-- {part}: written by ./test with README=write -->\n\n";
        var begin = text.IndexOf(heading, StringComparison.Ordinal) + heading.Length;
        var end = text.IndexOf($"\n<!-- end of {part} -->", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("README") == "write")
        {
            File.WriteAllText(path, text[..begin] + written + text[end..]);
            return;
        }

        text[begin..end].Should().Be(written, "it is written by `README=write ./test`");
    }
}
