namespace SageMakerIam.Tests.Readme;

public class ReadmeTests
{
    public static TheoryData<string, string> WrittenParts { get; } = new()
    {
        { "configuration reference", ConfigurationReference.Render() },
        { "access levels", WordTables.AccessLevels() },
        { "clients", WordTables.Clients() },
        { "activities", WordTables.Activities() },
    };

    [Theory]
    [MemberData(nameof(WrittenParts))]
    public void Reference_SaysWhatTheSettingsSay(string part, string written) => WrittenPart.ShouldBe("docs/settings.md", part, written);
}
