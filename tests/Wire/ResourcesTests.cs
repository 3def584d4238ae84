namespace SageMakerIam.Tests.Wire;

public class ResourcesTests
{
    private const string StackUrn = "urn:pulumi:dev::wire::pulumi:pulumi:Stack::wire-dev";
    private const string TeamUrn = "urn:pulumi:dev::wire::wire:index:Team::ml";
    private const string RoleUrn = "urn:pulumi:dev::wire::aws:iam/role:Role::training";

    private static readonly Shared<ProgramRun> Up = new(() => OfficialMonitor.RunAsync("resources"));

    [Fact]
    public async Task Program_ThatSucceeds_ExitsWithZero()
    {
        (await Up.GetAsync()).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Program_AtItsEnd_SaysThatItHasNothingMoreToRegister()
    {
        (await Up.GetAsync()).Calls.Last(call => call.Method != "Log").Method.Should().Be("SignalAndWaitForShutdown");
    }

    [Fact]
    public async Task Stack_IsRegisteredBeforeAnyOtherResource()
    {
        var first = (await Up.GetAsync()).Requests("RegisterResource").First();

        (first.Text("type"), first.Text("name"), first.Text("parent")).Should().Be(("pulumi:pulumi:Stack", "wire-dev", ""));
    }

    [Fact]
    public async Task Resource_WithoutAParent_IsTheStacksChild()
    {
        (await Up.GetAsync()).Registration("training").Text("parent").Should().Be(StackUrn);
    }

    [Fact]
    public async Task Component_IsNotCustom()
    {
        (await Up.GetAsync()).Registration("ml").GetProperty("custom").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task Child_NamesItsComponentAsParent()
    {
        (await Up.GetAsync()).Registration("ml-user").Text("parent").Should().Be(TeamUrn);
    }

    [Fact]
    public async Task Child_InheritsProtection()
    {
        (await Up.GetAsync()).Registration("ml-policy").GetProperty("protect").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task Component_RegistersItsOutputs()
    {
        (await Up.GetAsync()).Outputs("wire:index:Team").Should().Be("""{"userArn":"arn:aws:test:::ml-user"}""");
    }

    [Fact]
    public async Task Stack_RegistersWhatTheProgramReturns()
    {
        (await Up.GetAsync()).Outputs("pulumi:pulumi:Stack").Should().Be(
            """
            {"byName":{"training":"arn:aws:test:::training"},
            "roleArn":"arn:aws:test:::training",
            "sharedRoleArn":"arn:aws:iam::123456789012:role/shared",
            "teamUserArn":"arn:aws:test:::ml-user"}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Inputs_TravelAsTheyAre()
    {
        (await Up.GetAsync()).Registration("training").Raw("object").Should().Be(
            """
            {"assumeRolePolicy":"{\"Version\":\"2012-10-17\",\"Statement\":[]}",
            "maxSessionDuration":3600,
            "tags":{"team":"ml"}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Input_FromAnotherResource_DependsOnIt()
    {
        var policy = (await Up.GetAsync()).Registration("training-policy");

        policy.GetProperty("propertydependencies").GetProperty("role").Texts("urnsList").Should().Equal(RoleUrn);
        policy.Texts("dependenciesList").Should().Equal(RoleUrn);
    }

    [Fact]
    public async Task DependsOn_AComponent_DependsOnWhatIsInIt()
    {
        (await Up.GetAsync()).Registration("training").Texts("dependenciesList").Should().BeEquivalentTo(
            "urn:pulumi:dev::wire::wire:index:Team$aws:iam/user:User::ml-user",
            "urn:pulumi:dev::wire::wire:index:Team$aws:iam/userPolicy:UserPolicy::ml-policy");
    }

    [Fact]
    public async Task Provider_TravelsAsUrnAndId()
    {
        (await Up.GetAsync()).Registration("training").Text("provider").Should().Be(
            "urn:pulumi:dev::wire::pulumi:providers:aws::ireland::ireland-id");
    }

    [Fact]
    public async Task ProviderSettings_ThatAreNoText_TravelAsJson()
    {
        (await Up.GetAsync()).Registration("ireland").GetProperty("object").Text("allowedAccountIds").Should().Be("""[ "123456789012" ]""");
    }

    [Fact]
    public async Task Options_TravelWithTheRegistration()
    {
        var role = (await Up.GetAsync()).Registration("training");

        role.Texts("ignorechangesList").Should().Equal("tags");
        role.GetProperty("deletebeforereplace").GetBoolean().Should().BeTrue();
        role.GetProperty("deletebeforereplacedefined").GetBoolean().Should().BeTrue();
        role.GetProperty("retainondelete").GetBoolean().Should().BeTrue();
        role.GetProperty("aliasesList")[0].GetProperty("spec").Text("name").Should().Be("old-training");
    }

    [Fact]
    public async Task ImportId_TravelsWithTheRegistration()
    {
        (await Up.GetAsync()).Registration("adopted").Text("importid").Should().Be("adopted-by-hand");
    }

    [Fact]
    public async Task Version_OfTheProvidersPackage_TravelsWithTheRegistration()
    {
        (await Up.GetAsync()).Registration("training").Text("version").Should().StartWith("7.");
    }

    [Fact]
    public async Task StackReference_IsReadAndNotRegistered()
    {
        var read = (await Up.GetAsync()).Requests("ReadResource").Single();

        (read.Text("type"), read.Text("id")).Should().Be(("pulumi:pulumi:StackReference", "acme/network/dev"));
    }
}
