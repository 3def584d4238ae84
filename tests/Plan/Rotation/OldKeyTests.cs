using SageMakerIam.Tests.Wire;

namespace SageMakerIam.Tests.Plan.Rotation;

public class OldKeyTests
{
    [Fact]
    public async Task KeyThatIsOld_IsWarnedOf()
    {
        // The monitor says of every resource that it was made in 2020.
        var run = await OfficialMonitor.RunStackAsync(new()
        {
            ["aws:region"] = "us-east-1",
            ["wire:deployers"] = """{ "dev": {}, "patient": { "accessKey": { "maxAgeDays": 3650 } } }""",
        });

        run.ExitCode.Should().Be(0);
        run.Requests("Log").Select(log => log.GetProperty("message").GetString())
            .Should().ContainSingle(message => message!.StartsWith("The access key of deployers.", StringComparison.Ordinal))
            .Which.Should().StartWith("The access key of deployers.dev is ");
    }
}
