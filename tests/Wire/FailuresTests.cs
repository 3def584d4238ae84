using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Programs;

namespace SageMakerIam.Tests.Wire;

public class FailuresTests
{
    private const int Error = 3;

    [Fact]
    public async Task RunException_IsReportedByItsMessageAlone()
    {
        var run = await OfficialMonitor.RunAsync("run-exception");

        run.ExitCode.Should().Be(32);
        Errors(run).Should().Equal("the settings are wrong");
    }

    [Fact]
    public async Task UnhandledException_IsReportedWithItsStackTrace()
    {
        var run = await OfficialMonitor.RunAsync("unhandled-exception");

        run.ExitCode.Should().Be(32);
        Errors(run).Should().ContainSingle().Which.Should()
            .Match("Running program '*Programs.dll' failed with an unhandled exception:\n*ArgumentException: nobody saw this coming*at *");
    }

    [Fact]
    public async Task MissingInput_IsNamedByItsClassAndMember()
    {
        var run = await OfficialMonitor.RunAsync("missing-input");

        run.ExitCode.Should().Be(32);
        Errors(run).Should().ContainSingle().Which.Should()
            .Contain("[Input] Pulumi.Aws.Iam.AccessKeyArgs.User is required but was not given a value");
    }

    [Fact]
    public async Task LoggedError_FailsTheRunOnceItHasEnded()
    {
        var run = await OfficialMonitor.RunAsync("logged-error");

        run.ExitCode.Should().Be(1);
        Errors(run).Should().Equal("the user has no policy");
        run.Registration("deployer").Text("type").Should().Be("aws:iam/user:User");
    }

    [Fact]
    public async Task Program_WithoutAnEngine_SaysSo()
    {
        var exit = await RunInAProcessAsync(ImmutableDictionary<string, string>.Empty);

        exit.Code.Should().NotBe(0);
        exit.Output.Should().Contain("Program run without the Pulumi engine available; re-run using the `pulumi` CLI");
    }

    [Fact]
    public async Task Program_WithAnEngineThatCannotBeReached_SaysSoOnItsOwn()
    {
        var exit = await RunInAProcessAsync(OfficialMonitor.EnvironmentOf("127.0.0.1:9", isPreview: false, []));

        exit.Code.Should().NotBe(0);
        exit.Output.Should().Contain("refused");
    }

    private static Task<ProgramExit> RunInAProcessAsync(ImmutableDictionary<string, string> environment) =>
        new ProcessProgram("dotnet", [Path.Combine(AppContext.BaseDirectory, "Programs.dll"), "resources"], AppContext.BaseDirectory)
            .RunAsync(environment);

    private static IEnumerable<string?> Errors(ProgramRun run) => run.Requests("Log")
        .Where(log => log.GetProperty("severity").GetInt32() == Error)
        .Select(log => log.Text("message"));
}
