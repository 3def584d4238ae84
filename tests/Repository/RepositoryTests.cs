namespace SageMakerIam.Tests.Repository;

/// <summary>What holds for every file of the repository.</summary>
public sealed class RepositoryTests
{
    [Fact]
    public void NoTwoPaths_DifferByCaseAlone()
    {
        // macOS and Windows take them for one.
        var folders = RepositoryFiles.Paths.SelectMany(Above).Distinct();

        folders.GroupBy(folder => folder, StringComparer.OrdinalIgnoreCase).Where(spellings => spellings.Count() > 1)
            .Select(spellings => string.Join(" and ", spellings)).Should().BeEmpty();
    }

    /// <remarks>The requests of tasks are tables, a line each.</remarks>
    [Fact]
    public void NoLineOfCSharpOrJavaScriptOrAnExample_IsLongerThan140Characters() => RepositoryFiles.Paths
        .Where(path => Path.GetExtension(path) switch
        {
            ".cs" or ".mjs" => true,
            ".yaml" => Path.GetDirectoryName(path) is "" || path.StartsWith("examples/", StringComparison.Ordinal),
            _ => false,
        })
        .SelectMany(path => RepositoryFiles.Lines(path).Select((line, i) => (Place: $"{path}:{i + 1}", line.Length)))
        .Where(line => line.Length > 140)
        .Select(line => line.Place).Should().BeEmpty();

    /// <summary>A path and all folders that it lies in.</summary>
    private static IEnumerable<string> Above(string path)
    {
        for (var above = path; above.Length > 0; above = Path.GetDirectoryName(above)!)
        {
            yield return above;
        }
    }

}
