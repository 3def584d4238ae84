using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SageMakerIam.Tests.Repository;

/// <summary>What holds for the documents of the repository, and for what names them.</summary>
public sealed partial class DocumentTests
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    public static TheoryData<string> Documents => [.. RepositoryFiles.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void WhatADocumentLinksTo_IsThere(string document) => LinksOf(document)
        .Where(link => !IsThere(link.Path) || (link.Section.Length > 0 && !SectionsOf(link.Path).Contains(link.Section)))
        .Should().BeEmpty();

    [Fact]
    public void Readme_LinksToEachPageOfTheDocs() => LinksOf("README.md").Select(link => link.Path)
        .Should().Contain(RepositoryFiles.Documents.Where(path => path.StartsWith("docs/", StringComparison.Ordinal)));

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("SECURITY.md")]
    [InlineData("CHANGELOG.md")]
    public void PathsThatADocumentNames_AreThere(string document) => PathsIn(document)
        // What is built is there once it is built.
        .Where(path => !path.StartsWith("artifacts/", StringComparison.Ordinal) && !IsThere(path))
        .Should().BeEmpty();

    /// <summary>A page of the docs also names what is somebody else's: paths of other repositories, prefixes, aliases.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void PathsThatADocumentNamesInTheFoldersOfTheRepository_AreThere(string document) => PathsIn(document)
        .Where(path => path.Split('/') is [not ("artifacts" or ".."), _, ..] and [var folder, ..] && IsThere(folder) && !IsThere(path))
        .Should().BeEmpty();

    /// <summary>A message, a comment or a setting's description that sends somebody to the docs.</summary>
    [Fact]
    public void PagesOfTheDocsThatAnyFileNames_AreThere() => RepositoryFiles.Paths
        .Where(path => Path.GetExtension(path) is ".cs" or ".yaml" or ".json" or ".mjs" or ".md" or ".py" or ".tsv" or "")
        .SelectMany(path => Page().Matches(RepositoryFiles.Text(path)).Select(match => (File: path, Page: match.Value)))
        .Where(named => !IsThere(named.Page))
        .Should().BeEmpty();

    [Fact]
    public void Readme_NamesThePulumiVersionThatTheProjectRequires()
    {
        var required = RequiredVersion().Match(RepositoryFiles.Text("Pulumi.yaml")).Groups["version"].Value;

        required.Should().NotBeEmpty();
        RepositoryFiles.Lines("README.md").Should()
            .ContainSingle(line => line.Contains("Install the [Pulumi CLI]", StringComparison.Ordinal))
            .Which.Should().Contain($"{required} or later");
    }

    [Theory]
    [InlineData("aws")]
    [InlineData("random")]
    public void Docs_NameTheVersionsOfTheProviders(string provider)
    {
        var versions = RepositoryFiles.Lines("Directory.Packages.props").Select(line => PackageVersion().Match(line))
            .Where(line => line.Groups["provider"].Value.Equals(provider, StringComparison.OrdinalIgnoreCase));

        RepositoryFiles.Text("docs/deploying.md").Should().Contain(
            $"{provider} {versions.Should().ContainSingle().Which.Groups["version"].Value}");
    }

    private static bool IsThere(string path) => Path.Exists(Path.Combine(RepositoryFolder.Path, path));

    private static IEnumerable<string> PathsIn(string document) =>
        NamedPath().Matches(RepositoryFiles.Text(document)).Select(match => match.Groups["path"].Value).Distinct();

    /// <summary>The links of a document into the repository, each with the section that it leads to.</summary>
    private static IEnumerable<(string Path, string Section)> LinksOf(string document) => Parse(document).Descendants<LinkInline>()
        .Select(link => new Uri(new Uri($"file:///{document}"), link.Url))
        .Where(url => url.IsFile)
        .Select(url => (url.AbsolutePath[1..], url.Fragment.TrimStart('#')));

    private static IEnumerable<string?> SectionsOf(string document) =>
        Parse(document).Descendants<HeadingBlock>().Select(heading => heading.TryGetAttributes()?.Id);

    private static MarkdownDocument Parse(string document) => Markdown.Parse(RepositoryFiles.Text(document), Pipeline);

    [GeneratedRegex("`(?<path>[A-Za-z.-]+/[A-Za-z0-9_./-]*|[A-Z][A-Za-z.]+\\.(?:md|props|yaml))`")]
    private static partial Regex NamedPath();

    [GeneratedRegex("\\bdocs/[a-z-]+\\.md")]
    private static partial Regex Page();

    [GeneratedRegex("Include=\"Pulumi\\.(?<provider>[A-Za-z]+)\" Version=\"(?<version>[0-9.]+)\"")]
    private static partial Regex PackageVersion();

    [GeneratedRegex("requiredPulumiVersion: \">=(?<version>[0-9.]+)\"")]
    private static partial Regex RequiredVersion();
}
