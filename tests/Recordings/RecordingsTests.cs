using Rehearsal.Providers.Aws.Iam;

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

    /// <summary>It is made of the secret, and so compared with the recorded one of the recorded secret.</summary>
    [Fact]
    public void PasswordForMail_IsTheRecordedOne()
    {
        var key = RecordedCommand.All.SelectMany(command => command.Calls)
            .First(call => call.Gets?["object"]?["sesSmtpPasswordV4"] is not null).Gets!["object"]!;

        SmtpPassword.Of((string)key["secret"]!["value"]!, "us-east-1").Should().Be((string)key["sesSmtpPasswordV4"]!["value"]!);
    }

    [Fact]
    public void Recordings_AreAllThere() => RecordedCommand.All.Should().HaveCount(26);
}
