using System.Text.RegularExpressions;
using SageMakerIam.Tests.Repository;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>What the commands say of their options, and what the docs say.</summary>
public partial class HelpTests
{
    [Fact]
    public async Task Docs_HaveEachOptionOfRehearse()
    {
        var (exit, help) = await RehearseCommand.RunAsync("--help");

        exit.Should().Be(0);
        help.Should().Contain("./rehearse [<stack>...] [options]");
        OptionsInTheDocs("docs/rehearse.md").Should().BeEquivalentTo(HelpedOption().Matches(help).Select(option => option.Value));
    }

    [Fact]
    public void Docs_HaveEachOptionOfBuild() =>
        OptionsInTheDocs("docs/deploying.md").Should().BeEquivalentTo(
            HelpedOption().Matches(RepositoryFiles.Text("build")).Select(option => option.Value));

    /// <summary>The options in the first cells of a table.</summary>
    private static IEnumerable<string> OptionsInTheDocs(string page) => RepositoryFiles.Lines(page)
        .Where(line => line.StartsWith("| `--", StringComparison.Ordinal))
        .SelectMany(line => Option().Matches(line.Split(" | ")[0])).Select(option => option.Value);

    [GeneratedRegex("(?<=^  )--[a-z-]+(?=( <?[A-Z]+>?)? {2,}\\S)", RegexOptions.Multiline)]
    private static partial Regex HelpedOption();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();
}
