namespace SageMakerIam.Tests.Recordings;

/// <summary>The rehearsal's engine and its provider do what Pulumi's did (<c>tests/Recordings/README.md</c>).</summary>
public class RecordingsTests
{
    /// <summary>The recordings.</summary>
    public static TheoryData<string> Names => [.. RecordedCommand.All.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Command_GoesAsItWasRecorded(string name) =>
        string.Join('\n', await PlayedRecordings.DifferencesAsync(name)).Should().BeEmpty();

    [Fact]
    public void Recordings_AreAllThere() => RecordedCommand.All.Should().HaveCount(26);
}
