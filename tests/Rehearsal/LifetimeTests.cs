using System.Diagnostics;
using System.Globalization;
using Rehearsal.Emulation;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>However a rehearsal or the tests end, nothing that they have started is left running.</summary>
public sealed class LifetimeTests
{
    [Fact]
    public async Task RehearsalThatIsKilled_LeavesNothingBehind()
    {
        using var rehearsal = await StartAsync();
        var children = rehearsal.Children;

        await rehearsal.SignalAsync("KILL");

        children.Should().HaveCountGreaterThanOrEqualTo(3);
        await Task.WhenAll(children.Select(RunningCommand.UntilEndedAsync));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task RehearsalThatIsStopped_SaysWhatItEndedWithIt(string signal)
    {
        using var rehearsal = await StartAsync();

        await rehearsal.SignalAsync(signal);

        var ended = await rehearsal.EndAsync();
        ended.Exit.Should().Be(130, ended.Errors);
        var stopped = ended.Output.Split('\n')
            .Should().ContainSingle(line => line.StartsWith("Stopped, and ended with it: ", StringComparison.Ordinal)).Which;
        stopped.Should().ContainAll("the emulated AWS (process ", "Node.js with aws.mjs (process ", "Node.js with judge.mjs (process ");
        await Task.WhenAll(from named in stopped.Split("(process ")[1..]
                           select RunningCommand.UntilEndedAsync(int.Parse(named.Split(')')[0], CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("python3 emulator.py -p 0")]
    [InlineData("node proof/Processes/host.mjs rehearsal/node/aws.mjs")]
    [InlineData("node proof/Processes/host.mjs proof/judge/judge.mjs")]
    [InlineData("node tests/node/monitor.mjs")]
    [InlineData("dotnet Programs.dll again")]
    [InlineData("python3 tests/aws-cli/resident.py")]
    public async Task CompanionProcess_EndsWhenItsParentDoes(string command)
    {
        var words = command.Split(' ');
        using var companion = RunningCommand.Start(new ProcessStartInfo(words[0], words[1..].Select(Located)));

        companion.CloseInput();

        await companion.EndAsync();
    }

    [Fact]
    public async Task EmulatorThatIsKept_OutlivesTheRehearsal()
    {
        var server = await MotoServer.StartAsync(hasAwsPolicies: false);
        using var process = Process.GetProcessById(server.ProcessId);
        server.Keep();
        await server.DisposeAsync();

        try
        {
            await EmulatorEndpoint.CheckAsync(server.Endpoint, "kept", CancellationToken.None);
            process.HasExited.Should().BeFalse();
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>Starts a rehearsal, and waits until it has started all that it needs for a stack.</summary>
    private static async Task<RunningCommand> StartAsync()
    {
        var rehearsal = RunningCommand.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Rehearsal.dll"), "dev"])
        {
            WorkingDirectory = RepositoryFolder.Path,
        });
        await rehearsal.UntilItPrintsAsync("stack dev of sagemaker-iam");
        return rehearsal;
    }

    /// <summary>The path of a file that stands beside the tests or in the repository; another word as it is.</summary>
    private static string Located(string word) => new[] { AppContext.BaseDirectory, RepositoryFolder.Path }
        .Select(folder => Path.Combine(folder, word))
        .FirstOrDefault(File.Exists) ?? word;
}
