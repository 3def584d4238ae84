using System.Globalization;
using System.Text.RegularExpressions;

namespace SageMakerIam.Tests.SetUp;

/// <summary>How the two commands are called, what they say meanwhile, and how they end.</summary>
public sealed class CommandTests : IDisposable
{
    private const string Dotnet = """
        [[ $1 != --list-sdks ]] || { echo "10.0.401 [/sdk]"; exit; }
        """;

    private readonly BareMachine machine = BareMachine.Complete();

    public CommandTests() => machine.Environment["PulumiSdk"] = "offline";

    public void Dispose() => machine.Dispose();

    [Fact]
    public async Task Rehearse_CalledThroughASymlink_RunsInTheCallersFolder()
    {
        machine.Has("dotnet", $$"""
            {{Dotnet}}
            [[ $1 != *Rehearsal.dll ]] || echo "$PWD: ${*:2}"
            """);
        var link = Path.Combine(machine.Elsewhere, "play");
        File.CreateSymbolicLink(link, Path.Combine(machine.Clone, "rehearse"));

        var ended = await machine.Start(link, machine.Elsewhere, "a stack.yaml", "--keep").EndAsync();

        ended.Exit.Should().Be(0, ended.Errors);
        ended.Output.Should().Be($"{machine.Elsewhere}: a stack.yaml --keep\n");
    }

    [Fact]
    public async Task Rehearse_EndsAsTheRehearsalDoes()
    {
        machine.Has("dotnet", $"""
            {Dotnet}
            [[ $1 != *Rehearsal.dll ]] || exit 7
            """);
        (await machine.RunAsync("rehearse")).Exit.Should().Be(7);
    }

    [Fact]
    public async Task LongStep_SaysEveryTenSecondsThatItIsAtItStill()
    {
        machine.Has("dotnet", $"""
            {Dotnet}
            [[ $1 != build ]] || sleep 11
            """);
        machine.Write("artifacts/set-up/not-compiled-ahead", "for want of a compiler");
        var ended = await machine.RunAsync("rehearse");
        ended.Exit.Should().Be(0, ended.Errors);
        ended.Lines.Should().OnlyContain(line => Regex.IsMatch(line, "^ *[0-9]+ s  ")).And.Contain(
            line => line.EndsWith("still at it", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("rehearse", "build", "Building on the Pulumi SDK from offline", "INT")]
    [InlineData("rehearse", "build", "Building on the Pulumi SDK from offline", "TERM")]
    [InlineData("test", "test", "Running the tests", "TERM")]
    public async Task SignalToEnd_EndsWhatRuns_AndSaysSo(string command, string verb, string doing, string signal)
    {
        machine.Has("dotnet", $"""
            {Dotnet}
            [[ $1 != {verb} ]] || {"{"} sleep 100 & echo $! >child; mv child working; wait; {"}"}
            """);
        var working = Path.Combine(machine.Clone, "working");
        var running = machine.Start(Path.Combine(machine.Clone, command), machine.Clone);
        await RunningCommand.UntilAsync(() => File.Exists(working), "It does not begin.");
        await running.SignalAsync(signal);
        var ended = await running.EndAsync();

        ended.Exit.Should().Be(130);
        ended.Lines[^1].Should().MatchRegex($"^Stopped, and ended with it: {doing} \\(process [0-9]+\\)\\.$");
        await RunningCommand.UntilEndedAsync(int.Parse(await File.ReadAllTextAsync(working), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Test_EndsWithWhatWasSkippedAndWhy_AndTheCounts()
    {
        machine.Has("dotnet", $$"""
            {{Dotnet}}
            [[ $1 == test ]] || exit 0
            for word; do file=${word#*LogFileName=}; [[ $file == "$word" ]] || break; done
            cat >"$file" <<END
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
            <UnitTestResult outcome="Passed" /><UnitTestResult outcome="Passed" /><UnitTestResult outcome="Failed" />
            <UnitTestResult outcome="NotExecuted">
              <Output><ErrorInfo><Message>Chromium is not installed.</Message></ErrorInfo></Output>
            </UnitTestResult>
            <UnitTestResult outcome="NotExecuted">
              <Output><ErrorInfo><Message>Chromium is not installed.</Message></ErrorInfo></Output>
            </UnitTestResult>
            </Results></TestRun>
            END
            exit 1
            """);
        var ended = await machine.RunAsync("test", "--filter", "Rehearsal");
        ended.Exit.Should().Be(1);
        ended.Output.Should().Be("Skipped 2: Chromium is not installed.\n2 passed, 1 failed, 2 skipped\n");
    }

    [Fact]
    public void Scripts_HoldInTheBashOfMacOS()
    {
        foreach (var script in new[] { "rehearse", "test", "build", ".ci/set-up.sh" })
        {
            File.ReadAllText(Path.Combine(RepositoryFolder.Path, script)).Should()
                .NotMatchRegex(
                    @"\b(coproc|mapfile|readarray|globstar)\b|declare -[A-Z]|wait -n|\$\{\w+(,|\^)|&>>|\|&|printf '%\(",
                    "bash 3.2 does not know it");
        }
    }
}
