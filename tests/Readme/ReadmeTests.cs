namespace SageMakerIam.Tests.Readme;

public class ReadmeTests
{
    private static readonly string File = Path.Combine(RepositoryFolder.Path, "README.md");

    public static TheoryData<string, string> WrittenParts { get; } = new()
    {
        { "configuration reference", ConfigurationReference.Render() },
        { "access levels", WordTables.AccessLevels() },
        { "activities", WordTables.Activities() },
    };

    [Theory]
    [MemberData(nameof(WrittenParts))]
    public void Readme_SaysWhatTheSettingsSay(string part, string written)
    {
        var readme = System.IO.File.ReadAllText(File);
        var heading = $"<!-- {part}: written by ./test with README=write -->\n\n";
        var begin = readme.IndexOf(heading, StringComparison.Ordinal) + heading.Length;
        var end = readme.IndexOf($"\n<!-- end of {part} -->", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("README") == "write")
        {
            System.IO.File.WriteAllText(File, readme[..begin] + written + readme[end..]);
            return;
        }

        readme[begin..end].Should().Be(written, "it is written by `README=write ./test`");
    }
}
