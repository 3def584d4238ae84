namespace SageMakerIam.Tests.Wire;

public class InvokesTests
{
    private static readonly Shared<ProgramRun> Up = new(() => OfficialMonitor.RunAsync("invokes"));

    [Fact]
    public async Task Function_IsCalledByItsToken()
    {
        (await Up.GetAsync()).Requests("Invoke").Should().AllSatisfy(
            request => request.Text("tok").Should().Be("aws:index/getCallerIdentity:getCallerIdentity"));
    }

    [Fact]
    public async Task Function_IsCalledWithTheVersionOfItsPackage()
    {
        (await Up.GetAsync()).Requests("Invoke").First().Text("version").Should().StartWith("7.");
    }

    [Fact]
    public async Task Result_IsAnOutput()
    {
        (await Up.GetAsync()).Outputs("pulumi:pulumi:Stack").Should().Contain("\"account\":\"123456789012\"");
    }

    [Fact]
    public async Task Result_IsAnAwaitedValue()
    {
        (await Up.GetAsync()).Outputs("pulumi:pulumi:Stack").Should().Contain("\"accountAtOnce\":\"123456789012\"");
    }

    [Fact]
    public async Task Argument_FromAResource_ArrivesOnceItIsKnown()
    {
        (await Up.GetAsync()).Requests("Invoke").Select(request => request.Raw("args")).Should()
            .Contain("""{"id":"arn:aws:test:::deployer"}""");
    }

    [Fact]
    public async Task Refusal_FailsTheProgramWithTheProvidersReason()
    {
        var run = await OfficialMonitor.RunAsync("refused-invoke");

        run.ExitCode.Should().Be(32);
        run.Requests("Log").Select(log => log.Text("message")).Should().ContainMatch(
            "*Invoke of 'aws:index/getCallerIdentity:getCallerIdentity' failed: not an id (id)*");
    }
}
