using System.Text.Json;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Readme;

public class ReadmeTests
{
    private const string Begin = "<!-- configuration reference: written by ./test with README=write -->\n\n";
    private const string End = "\n<!-- end of the configuration reference -->";

    private static readonly string File = Path.Combine(RepositoryFolder.Path, "README.md");

    [Fact]
    public void ConfigurationReference_SaysWhatTheSettingsSay()
    {
        var readme = System.IO.File.ReadAllText(File);
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, readme.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("README") == "write")
        {
            System.IO.File.WriteAllText(File, readme[..begin] + ConfigurationReference.Render() + readme[end..]);
            return;
        }

        readme[begin..end].Should().Be(ConfigurationReference.Render(), "it is written by `README=write ./test`");
    }

    [Fact]
    public void EveryAccessLevel_IsInTheReadme() => ShouldName(Enum.GetNames<S3AccessLevel>());

    [Fact]
    public void EveryMLActivity_IsInTheReadme() => ShouldName(Enum.GetNames<MLActivity>());

    private static void ShouldName(IEnumerable<string> names) =>
        System.IO.File.ReadAllText(File).Should().ContainAll(names.Select(name => $"| `{JsonNamingPolicy.CamelCase.ConvertName(name)}` |"));
}
