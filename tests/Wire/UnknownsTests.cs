namespace SageMakerIam.Tests.Wire;

public class UnknownsTests
{
    private const string Unknown = "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";

    private static readonly Shared<ProgramRun> Resources = new(() => OfficialMonitor.RunAsync("resources", isPreview: true));
    private static readonly Shared<ProgramRun> Invokes = new(() => OfficialMonitor.RunAsync("invokes", isPreview: true));

    [Fact]
    public async Task Preview_ExitsWithZero()
    {
        (await Resources.GetAsync()).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Input_FromAnotherResource_IsUnknown()
    {
        (await Resources.GetAsync()).Registration("training-policy").Raw("object", "role").Should().Be(Unknown);
    }

    [Fact]
    public async Task Input_ThroughApply_IsUnknown()
    {
        (await Resources.GetAsync()).Registration("ml-policy").Raw("object", "policy").Should().Be(Unknown);
    }

    [Fact]
    public async Task Input_ThatTheProviderGivesBack_IsKnown()
    {
        (await Resources.GetAsync()).Registration("ml-policy").Raw("object", "user").Should().Be("\"ml\"");
    }

    [Fact]
    public async Task Provider_ThatIsStillToBeMade_TravelsWithoutItsId()
    {
        (await Resources.GetAsync()).Registration("training").Text("provider").Should().EndWith($"::ireland::{Unknown.Trim('"')}");
    }

    [Fact]
    public async Task UnknownInput_KeepsItsDependency()
    {
        (await Resources.GetAsync()).Registration("training-policy").Texts("dependenciesList").Should()
            .Equal("urn:pulumi:dev::wire::aws:iam/role:Role::training");
    }

    [Fact]
    public async Task ComponentOutput_IsUnknown()
    {
        (await Resources.GetAsync()).Outputs("wire:index:Team").Should().Be($$"""{"userArn":{{Unknown}}}""");
    }

    [Fact]
    public async Task Function_OfAnUnknown_IsNotCalled()
    {
        var run = await Invokes.GetAsync();

        // At once, once known, and once with a secret; not of the resource that is still to be made.
        run.Requests("Invoke").Should().HaveCount(3);
        run.Outputs("pulumi:pulumi:Stack").Should().Contain($"\"ofResource\":{Unknown}");
    }
}
