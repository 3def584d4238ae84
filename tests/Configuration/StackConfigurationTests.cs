using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using SageMakerIam.Tests.Sdk;

namespace SageMakerIam.Tests.Configuration;

[Collection(nameof(PulumiConfiguration))]
public class StackConfigurationTests
{
    private const string Roles = """{ "unet": { "repositories": ["unet"] } }""";

    [Fact]
    public async Task Typo_IsReportedBeforeAwsIsAskedForTheAccount()
    {
        var mocks = Mocks();
        var run = () => RunAsync(mocks, Config(
            ("aws:region", "us-east-1"),
            ("project:executionRoles", """{ "unet": { "bukets": [] } }""")));

        (await run.Should().ThrowAsync<RunException>()).WithMessage("*executionRoles.unet.bukets: unknown key. Did you mean 'buckets'?*");
        mocks.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task AccountsOwnRules_AreAppliedOnceTheAccountIsKnown()
    {
        var run = () => RunAsync(Mocks(), Config(
            ("aws:region", "us-east-1"),
            ("project:executionRoles", """{ "unet": { "permissionsBoundary": "arn:aws:iam::222222222222:policy/edge" } }""")));

        (await run.Should().ThrowAsync<RunException>()).WithMessage("*executionRoles.unet.permissionsBoundary*123456789012:policy/NAME*");
    }

    [Theory]
    [InlineData("eu-west-1", "eu-west-2", "eu-west-3", "eu-west-1")]
    [InlineData(null, "eu-west-2", "eu-west-3", "eu-west-2")]
    [InlineData(null, null, "eu-west-3", "eu-west-3")]
    [InlineData(null, "", "eu-west-3", "eu-west-3")]
    public async Task Region_IsTheOneThatTheProviderTakes(string? configured, string? region, string? defaultRegion, string expected)
    {
        var mocks = Mocks();
        await RunAsync(mocks, Config(("aws:region", configured), ("project:executionRoles", Roles)), region, defaultRegion);

        var policy = mocks.Resources.Single(resource => resource.Type == "aws:iam/rolePolicy:RolePolicy");
        policy.Inputs["policy"].Should().BeOfType<string>().Which.Should().Contain($"arn:aws:ecr:{expected}:123456789012:repository/unet");
    }

    [Fact]
    public async Task MissingRegion_IsReportedWithTheOtherFaults()
    {
        var run = () => RunAsync(Mocks(), Config(("project:executionRols", "{}")));

        (await run.Should().ThrowAsync<RunException>()).Which.Message.Split('\n').Should().SatisfyRespectively(
            heading => heading.Should().Be("Configuration of stack 'stack' has 2 faults:"),
            region => region.Should().Be(
                "  aws:region: missing, and AWS_REGION and AWS_DEFAULT_REGION are not set. "
                + "Name the region: pulumi config set aws:region us-east-1."),
            typo => typo.Should().StartWith("  executionRols: unknown key. Did you mean 'executionRoles'? "));
    }

    [Fact]
    public async Task RegionOfAVariable_ThatDoesNotExist_IsReportedByTheVariablesName()
    {
        var run = () => RunAsync(Mocks(), Config(("project:executionRoles", Roles)), defaultRegion: "us-esat-1");

        (await run.Should().ThrowAsync<RunException>())
            .WithMessage("*AWS_DEFAULT_REGION: 'us-esat-1'. The nearest region is 'us-east-1'.*");
    }

    [Fact]
    public async Task FaultsAroundTheSettings_AreReportedWithTheSettingsOwn()
    {
        var run = () => RunAsync(Mocks(), Config(
            ("aws:region", "US-EAST-1"),
            ("aws:allowedAccountIDs", "[\"123456789012\"]"),
            ("projetc:deployers", "{}"),
            ("project:executionRoles", """{ "unet": { "bukets": [] } }""")));

        (await run.Should().ThrowAsync<RunException>()).Which.Message.Should().StartWith("Configuration of stack 'stack' has 4 faults:")
            .And.ContainAll("aws:region: ", "aws:allowedAccountIDs: ", "projetc:deployers: ", "executionRoles.unet.bukets: ");
    }

    [Theory]
    [InlineData("project:executionRoles", "executionRoles: it is secret*--plaintext in place of --secret.")]
    [InlineData("project:deployers", "deployers: it is secret*")]
    [InlineData("project:passRoleGrants", "passRoleGrants: it is secret*An external id can be secret: *in externalIds.")]
    [InlineData("project:accounts", "accounts: it is secret*")]
    [InlineData("aws:region", "aws:region: it is secret*")]
    public async Task SecretThatWouldComeOutInClear_IsRefusedUnread(string key, string fault)
    {
        var mocks = Mocks();
        var run = () => RunAsync(mocks, Config((key, "HIDDEN")), secretKeys: $"""["{key}", "other:key"]""");

        var message = (await run.Should().ThrowAsync<RunException>()).Which.Message;
        message.Should().Match($"Configuration of stack 'stack' has a fault:\n  {fault}").And.NotContain("HIDDEN");
        mocks.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task StackThatCannotBe_IsRefusedBeforeAnythingIsMade()
    {
        var mocks = Mocks();
        var run = () => RunAsync(mocks, Config(
            ("aws:region", "us-east-1"),
            ("project:executionRoles", """{ "unet": { "roleName": "unet", "adopt": { "managed": "unet" } } }""")));

        (await run.Should().ThrowAsync<RunException>())
            .WithMessage("Configuration of stack 'stack' has a fault:*executionRoles.unet.adopt.managed*");
        mocks.Resources.Should().NotContain(resource => resource.Type!.StartsWith("aws:", StringComparison.Ordinal));
    }

    // An account in which everything is there.
    private static RecordingMocks Mocks() => new()
    {
        Result = ImmutableDictionary<string, object>.Empty
            .Add("accountId", "123456789012")
            .Add("arn", "arn:aws:iam::123456789012:role/there"),
    };

    private static string Config(params (string Key, string? Value)[] entries) =>
        JsonSerializer.Serialize(entries.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value));

    /// <summary>Runs the program in an environment.</summary>
    private static async Task RunAsync(
        RecordingMocks mocks, string config, string? region = null, string? defaultRegion = null, string secretKeys = "[]")
    {
        using var environment = new ChangedEnvironment(
            ("PULUMI_CONFIG", config),
            ("PULUMI_CONFIG_SECRET_KEYS", secretKeys),
            ("AWS_REGION", region),
            ("AWS_DEFAULT_REGION", defaultRegion));
        await Deployment.TestAsync(mocks, TestDeployment.Update, StackProgram.DeployAsync);
    }
}
