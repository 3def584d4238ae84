using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Rehearsal.Engine;
using Rehearsal.Programs;

namespace SageMakerIam.Tests.Rehearsal.Programs;

/// <summary>A program that runs more than once in one process, each time as if in one of its own.</summary>
public sealed partial class HostedProgramTests : IDisposable
{
    private readonly List<HostedProgram> programs = [];

    public void Dispose() => programs.ForEach(program => program.Dispose());

    [Fact]
    public async Task Runs_AreOfOneProcess_AndEachStartsAnew()
    {
        var program = Program("counting");

        var first = await RunAsync(program, "127.0.0.1:1");
        var second = await RunAsync(program, "127.0.0.1:2");

        first.Code.Should().Be(7);
        Lines(first).Should().BeEquivalentTo("said: hello", $"run 1 in process {ProcessOf(first)}, beside debug");
        Lines(second).Should().BeEquivalentTo(Lines(first));
    }

    [Fact]
    public async Task Run_OfAnEngineWhoseAddressWasThereBefore_HasAnotherProcess()
    {
        var program = Program("counting");

        var (first, other) = (await RunAsync(program, "127.0.0.1:1"), await RunAsync(program, "127.0.0.1:1"));

        ProcessOf(other).Should().NotBe(ProcessOf(first));
    }

    [Fact]
    public async Task Program_ThatEndsItsProcess_IsHeardToTheEnd_AndRunsOnceMore()
    {
        var program = Program("counting-end");

        foreach (var engine in new[] { "127.0.0.1:1", "127.0.0.1:2" })
        {
            (await RunAsync(program, engine)).Should().Be(new ProgramExit(3, "ends"));
        }
    }

    [Fact]
    public async Task Program_ThatThrows_FailsWithItsException()
    {
        var exit = await RunAsync(Program("counting-throw"), "127.0.0.1:1");

        exit.Code.Should().NotBe(0);
        exit.Output.Should().Contain("System.InvalidOperationException: nobody saw this coming");
    }

    private HostedProgram Program(string name)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "Programs.dll");
        programs.Add(new HostedProgram(assembly, [name], AppContext.BaseDirectory));
        return programs[^1];
    }

    private static Task<ProgramExit> RunAsync(HostedProgram program, string engine) => program.RunAsync(
        ImmutableDictionary.CreateRange(new Dictionary<string, string> { ["PULUMI_ENGINE"] = engine, ["TO_SAY"] = "hello" }));

    private static string[] Lines(ProgramExit exit) =>
        exit.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int ProcessOf(ProgramExit exit) =>
        int.Parse(Process().Match(exit.Output).Groups["id"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("in process (?<id>[0-9]+)")]
    private static partial Regex Process();
}
