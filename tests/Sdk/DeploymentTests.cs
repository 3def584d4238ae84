using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Testing;

namespace SageMakerIam.Tests.Sdk;

public class DeploymentTests
{
    [Fact]
    public async Task Names_AreTheTestsOwn()
    {
        var names = ("", "", true);
        await Deployment.TestAsync(
            new RecordingMocks(),
            new TestOptions { ProjectName = "iam", StackName = "dev", IsPreview = false },
            () => { names = Names(); });

        names.Should().Be(("iam", "dev", false));
    }

    [Fact]
    public async Task Names_HaveDefaults()
    {
        var names = ("", "", false);
        var organization = "";
        await Deployment.TestAsync(new RecordingMocks(), new TestOptions(), () =>
        {
            names = Names();
            organization = Deployment.Instance.OrganizationName;
        });

        names.Should().Be(("project", "stack", true));
        organization.Should().Be("organization");
    }

    [Fact]
    public void Instance_OutsideOfARun_Throws()
    {
        FluentActions.Invoking(() => Deployment.Instance).Should().Throw<InvalidOperationException>()
            .WithMessage("Trying to acquire Deployment.Instance before 'Run' was called.");
    }

    [Fact]
    public async Task Run_InsideOfARun_Throws()
    {
        var run = () => TestDeployment.RunAsync(() => TestDeployment.RunAsync(() => { }).GetAwaiter().GetResult());

        (await run.Should().ThrowAsync<RunException>())
            .WithMessage("*Deployment.Instance should only be set once at the beginning of a 'Run' call.*");
    }

    [Fact]
    public async Task Resources_AreGivenBackWithoutTheStack()
    {
        var resources = await Deployment.TestAsync(new RecordingMocks(), TestDeployment.Update, () => { _ = new User("deployer"); });

        resources.Should().ContainSingle().Which.Should().BeOfType<User>();
    }

    [Fact]
    public async Task Exception_OfTheProgram_ArrivesAsRunException()
    {
        var run = () => TestDeployment.RunAsync(() => throw new RunException("the settings are wrong"));

        (await run.Should().ThrowAsync<RunException>()).WithMessage("the settings are wrong");
    }

    [Fact]
    public async Task Exception_OfAnApply_ArrivesAsRunException()
    {
        var run = () => TestDeployment.RunAsync(
            () => new User("deployer").Arn.Apply<string>(string (arn) => throw new RunException($"not {arn}")));

        (await run.Should().ThrowAsync<RunException>()).WithMessage("not arn:aws:test:::deployer");
    }

    [Fact]
    public async Task LoggedError_FailsTheRun()
    {
        var run = () => TestDeployment.RunAsync(() => Log.Error("the user has no policy"));

        (await run.Should().ThrowAsync<RunException>()).WithMessage("the user has no policy");
    }

    [Fact]
    public async Task LoggedErrors_ArriveTogether()
    {
        var run = () => TestDeployment.RunAsync(() =>
        {
            Log.Error("one");
            Log.Error("two");
        });

        (await run.Should().ThrowAsync<AggregateException>()).Which.InnerExceptions.Select(inner => inner.Message)
            .Should().BeEquivalentTo("one", "two");
    }

    [Fact]
    public async Task LoggedWarning_DoesNotFailTheRun()
    {
        var run = () => TestDeployment.RunAsync(() => Log.Warn("a managed policy"));

        await run.Should().NotThrowAsync();
    }

    private static (string Project, string Stack, bool IsPreview) Names() =>
        (Deployment.Instance.ProjectName, Deployment.Instance.StackName, Deployment.Instance.IsDryRun);
}
