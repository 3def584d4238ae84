namespace SageMakerIam.Tests.Wire;

/// <summary>What one program does is no other's fault, although they share a process, and so do their monitors.</summary>
public class OfficialMonitorTests
{
    [Fact]
    public async Task ProgramThatSpeaksWhenItHasEnded_IsNotHeardInTheNext()
    {
        await OfficialMonitor.RunAsync("late-log");
        var next = await OfficialMonitor.RunAsync("logged-error");

        next.ExitCode.Should().Be(1);
        next.Requests("Log").Select(log => log.Text("message"))
            .Should().Contain("the user has no policy").And.NotContain("said by a program that has ended");
    }

    [Fact]
    public async Task ProgramThatEndsTheProcess_LeavesAnotherToTheNext()
    {
        var end = () => OfficialMonitor.RunAsync("process-exit");
        (await end.Should().ThrowAsync<InvalidOperationException>()).WithMessage("dotnet *Programs.dll again ended*");

        (await OfficialMonitor.RunAsync("invokes")).ExitCode.Should().Be(0);
    }
}
