using System.Text.RegularExpressions;

namespace SageMakerIam.Tests.Repository;

/// <summary>What holds for every file of the repository.</summary>
public sealed partial class RepositoryTests
{
    [Fact]
    public void NoTwoPaths_DifferByCaseAlone()
    {
        // macOS and Windows take them for one.
        var folders = RepositoryFiles.Paths.SelectMany(Above).Distinct();

        folders.GroupBy(folder => folder, StringComparer.OrdinalIgnoreCase).Where(spellings => spellings.Count() > 1)
            .Select(spellings => string.Join(" and ", spellings)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("SECURITY.md")]
    [InlineData("CHANGELOG.md")]
    public void PathsThatADocumentNames_AreThere(string document)
    {
        var text = string.Join('\n', RepositoryFiles.Lines(document));

        // What is built is there once it is built.
        NamedPath().Matches(text).Select(match => match.Groups["path"].Value).Distinct()
            .Where(path => !path.StartsWith("artifacts/", StringComparison.Ordinal))
            .Where(path => !Path.Exists(Path.Combine(RepositoryFolder.Path, path))).Should().BeEmpty();
    }

    [Fact]
    public void Readme_NamesThePulumiVersionThatTheProjectRequires()
    {
        var required = RequiredVersion().Match(string.Join('\n', RepositoryFiles.Lines("Pulumi.yaml"))).Groups["version"].Value;

        required.Should().NotBeEmpty();
        RepositoryFiles.Lines("README.md").Should()
            .ContainSingle(line => line.Contains("Install the [Pulumi CLI]", StringComparison.Ordinal))
            .Which.Should().Contain($"{required} or later");
    }

    [Theory]
    [InlineData("aws")]
    [InlineData("random")]
    public void Readme_NamesTheVersionsOfTheProviders(string provider)
    {
        var versions = RepositoryFiles.Lines("Directory.Packages.props").Select(line => PackageVersion().Match(line))
            .Where(line => line.Groups["provider"].Value.Equals(provider, StringComparison.OrdinalIgnoreCase));

        string.Join('\n', RepositoryFiles.Lines("README.md")).Should().Contain(
            $"{provider} {versions.Should().ContainSingle().Which.Groups["version"].Value}");
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

    [GeneratedRegex("`(?<path>[A-Za-z.-]+/[A-Za-z0-9_./-]*|[A-Z][A-Za-z.]+\\.(?:md|props|yaml))`")]
    private static partial Regex NamedPath();

    [GeneratedRegex("Include=\"Pulumi\\.(?<provider>[A-Za-z]+)\" Version=\"(?<version>[0-9.]+)\"")]
    private static partial Regex PackageVersion();

    [GeneratedRegex("requiredPulumiVersion: \">=(?<version>[0-9.]+)\"")]
    private static partial Regex RequiredVersion();
}
