using System.Globalization;
using Rehearsal.Engine;
using Rehearsal.PulumiCli;
using SageMakerIam.Tests.Recordings;
using SageMakerIam.Tests.SetUp;

namespace SageMakerIam.Tests.Rehearsal.PulumiCli;

/// <summary>What is read of an event log: of each recorded command, in the form that the CLI writes.</summary>
public sealed class EventLogTests
{
    private static readonly Shared<string> Logs = new(WriteLogsAsync);

    /// <summary>The recorded commands of the kinds that the rehearsal gives.</summary>
    public static TheoryData<string> Commands =>
    [
        .. RecordedCommand.All.Where(command => command.Verb != "refresh" && !command.Has("--run-program"))
            .Select(command => command.Name),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Steps_AreWhatTheEnginesSummaryCounts(string name)
    {
        var command = RecordedCommand.All.Single(command => command.Name == name);
        var log = await ReadAsync(name);

        var counts = log.Steps.Where(step => step.Kind != StepKind.Read).GroupBy(step => RecordedEvent.OpOf(step.Kind))
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key}: {kind.Count()}")).ToList();

        // An update that fails ends before its components and the stack are told of; what failed is no step that was made.
        var summary = command.Changes.Where(change => !change.StartsWith("read:", StringComparison.Ordinal)).ToList();
        if (command.Succeeded)
        {
            counts.Should().BeEquivalentTo(summary);
        }
        else
        {
            log.Steps.Select(step => step.Urn).Should().NotIntersectWith(log.Failures.Select(failure => failure.What));
        }

        log.Duration.Should().Be(TimeSpan.FromSeconds(3));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task WhatWentWrong_IsToldOnce(string name)
    {
        var command = RecordedCommand.All.Single(command => command.Name == name);
        var log = await ReadAsync(name);

        var refused = command.Says.FirstOrDefault(said => said.StartsWith("creating ", StringComparison.Ordinal));
        log.Failures.Select(failure => failure.Message).Should().Equal(refused is null ? [] : [refused]);
        log.Failures.Should().NotContain(failure => !failure.IsProviders);
        log.Errors.Should().Equal(command.ProgramSays);
        log.Warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task Step_HasItsParent_AndWhatChanged()
    {
        var log = await ReadAsync("05-up-of-a-policy-that-changes");

        var update = log.Steps.Should().ContainSingle(step => step.Kind == StepKind.Update).Which;
        (update.Name, Urn.Name(update.Parent)).Should().Be(("churn-training-policy", "churn-training"));
        update.ChangedInputs.Should().Equal("policy");
    }

    [Fact]
    public void LineThatIsNotWhole_IsLeftOut()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(
            path,
            """
            {"sequence":0,"diagnosticEvent":{"urn":"","prefix":"warning: ","message":"<{%reset%}>old<{%reset%}>\n","severity":"warning"}}
            {"sequence":1,"summaryEv
            """);

        var log = EventLog.Read(path);

        log.Warnings.Should().Equal("old");
        log.Duration.Should().BeNull();
        File.Delete(path);
    }

    private static async Task<EventLog> ReadAsync(string name) => EventLog.Read(Path.Combine(await Logs.GetAsync(), $"{name}.jsonl"));

    private static async Task<string> WriteLogsAsync()
    {
        var folder = Directory.CreateTempSubdirectory("event-logs").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var start = new System.Diagnostics.ProcessStartInfo(BareMachine.Python, [StandInCli.Script, "events", folder]);
        var ended = await RunningCommand.Start(start).EndAsync();
        ended.Exit.Should().Be(0, ended.Errors);
        return folder;
    }
}
