using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Inputs;

namespace SageMakerIam.Tests.Sdk;

public class MockedResourceTests
{
    [Fact]
    public async Task Resource_HasItsTypeAndName()
    {
        var resource = (await TestDeployment.RunAsync(() => _ = new User("deployer"))).Resources.Single();

        (resource.Type, resource.Name).Should().Be(("aws:iam/user:User", "deployer"));
    }

    [Fact]
    public async Task ProviderAndId_AreEmptyUnlessSet()
    {
        var resource = (await TestDeployment.RunAsync(() => _ = new User("deployer"))).Resources.Single();

        (resource.Provider, resource.Id).Should().Be(("", ""));
    }

    [Fact]
    public async Task Provider_ThatIsExplicit_IsUrnAndId()
    {
        var mocks = await TestDeployment.RunAsync(() => _ = new User(
            "deployer", new UserArgs(), new CustomResourceOptions { Provider = new Pulumi.Aws.Provider("ireland") }));

        mocks.Resources.Single(resource => resource.Name == "deployer").Provider.Should()
            .Match("urn:pulumi:stack::project::*pulumi:providers:aws::ireland::ireland-id");
    }

    [Fact]
    public async Task Provider_OfAComponent_IsItsChildrens()
    {
        var mocks = await TestDeployment.RunAsync(() =>
        {
            var ireland = new Pulumi.Aws.Provider("ireland");
            var team = new ComponentResource("test:index:Team", "team", new ComponentResourceOptions { Provider = ireland });
            _ = new User("deployer", new UserArgs(), new CustomResourceOptions { Parent = team });
        });

        mocks.Resources.Single(resource => resource.Name == "deployer").Provider.Should().EndWith("::ireland::ireland-id");
    }

    [Fact]
    public async Task ImportId_ArrivesAsId()
    {
        var mocks = await TestDeployment.RunAsync(
            () => _ = new User("deployer", new UserArgs(), new CustomResourceOptions { ImportId = "by-hand" }));

        mocks.Resources.Single().Id.Should().Be("by-hand");
    }

    [Fact]
    public async Task Secrets_ArriveAsPlainValues()
    {
        var mocks = await TestDeployment.RunAsync(() => _ = new User("deployer", new UserArgs
        {
            Name = Output.CreateSecret("hidden"),
            Tags = { ["nested"] = Output.CreateSecret("hidden as well") },
        }));

        var inputs = mocks.Resources.Single().Inputs;
        inputs["name"].Should().Be("hidden");
        inputs["tags"].Should().BeOfType<ImmutableDictionary<string, object>>().Which["nested"].Should().Be("hidden as well");
    }

    [Fact]
    public async Task Null_IsNotSent()
    {
        var mocks = await TestDeployment.RunAsync(() => _ = new User("deployer", new UserArgs { Name = null!, Path = "/" }));

        mocks.Resources.Single().Inputs.Keys.Should().Equal("path");
    }

    [Fact]
    public async Task Number_ArrivesAsDouble()
    {
        var mocks = await TestDeployment.RunAsync(
            () => _ = new Role("role", new RoleArgs { AssumeRolePolicy = "{}", MaxSessionDuration = 3600 }));

        mocks.Resources.Single().Inputs["maxSessionDuration"].Should().Be(3600.0);
    }

    [Fact]
    public async Task List_ArrivesAsImmutableArray()
    {
        var mocks = await TestDeployment.RunAsync(() => _ = new OpenIdConnectProvider(
            "github", new OpenIdConnectProviderArgs { Url = "https://example.com", ClientIdLists = { "a", "b" } }));

        mocks.Resources.Single().Inputs["clientIdLists"].Should().BeOfType<ImmutableArray<object>>()
            .Which.Should().Equal("a", "b");
    }

    [Fact]
    public async Task NestedArguments_ArriveByTheirNamesOnTheWire()
    {
        var mocks = await TestDeployment.RunAsync(() => _ = new Pulumi.Aws.Provider("other", new Pulumi.Aws.ProviderArgs
        {
            AssumeRoles = new ProviderAssumeRoleArgs { RoleArn = Output.Create("arn:aws:iam::123456789012:role/there") },
        }));

        mocks.Resources.Single().Inputs["assumeRoles"].Should().BeOfType<string>().Which.Should().BeEquivalentTo(
            """[ { "roleArn": "arn:aws:iam::123456789012:role/there" } ]""");
    }

    [Fact]
    public async Task Union_ArrivesAsItsValue()
    {
        var mocks = await TestDeployment.RunAsync(() =>
        {
            _ = new Role("plain", new RoleArgs { AssumeRolePolicy = "{}" });
            _ = new Role("later", new RoleArgs { AssumeRolePolicy = Output.Create("[]") });
        });

        mocks.Resources.Single(resource => resource.Name == "plain").Inputs["assumeRolePolicy"].Should().Be("{}");
        mocks.Resources.Single(resource => resource.Name == "later").Inputs["assumeRolePolicy"].Should().Be("[]");
    }

    [Fact]
    public async Task MissingInput_Throws()
    {
        var run = () => TestDeployment.RunAsync(() => _ = new AccessKey("key", new AccessKeyArgs()));

        (await run.Should().ThrowAsync<RunException>()).Which.Message.Should()
            .Contain("[Input] Pulumi.Aws.Iam.AccessKeyArgs.User is required but was not given a value");
    }

    [Fact]
    public async Task TwoResources_OfOneTypeAndName_AreBothMade()
    {
        var mocks = await TestDeployment.RunAsync(() =>
        {
            _ = new User("deployer");
            _ = new User("deployer");
        });

        mocks.Resources.Should().HaveCount(2);
    }

    [Fact]
    public async Task Output_OfAMock_IsNotSecretThoughTheResourceSaysSo()
    {
        var mocks = new RecordingMocks { State = _ => ImmutableDictionary<string, object>.Empty.Add("secret", "key") };
        var secret = await TestDeployment.OutputOfAsync(
            mocks, TestDeployment.Update, () => new AccessKey("key", new AccessKeyArgs { User = "deployer" }).Secret);

        (await secret.IsSecretAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Output_ThatAMockMakesSecret_IsSecret()
    {
        var mocks = new RecordingMocks { State = _ => ImmutableDictionary<string, object>.Empty.Add("secret", Output.CreateSecret("key")) };
        var secret = await TestDeployment.OutputOfAsync(
            mocks, TestDeployment.Update, () => new AccessKey("key", new AccessKeyArgs { User = "deployer" }).Secret);

        (await secret.IsSecretAsync()).Should().BeTrue();
        (await secret.ValueAsync()).Should().Be("key");
    }

    [Fact]
    public async Task Function_ArrivesByTokenAndArguments()
    {
        var mocks = new RecordingMocks { Result = ImmutableDictionary<string, object>.Empty.Add("accountId", "123456789012") };
        var account = await TestDeployment.OutputOfAsync(
            mocks,
            TestDeployment.Update,
            () => Pulumi.Aws.GetCallerIdentity.Invoke(new() { Id = "me" }).Apply(identity => identity.AccountId));

        (await account.ValueAsync()).Should().Be("123456789012");
        var call = mocks.Calls.Single();
        (call.Token, call.Args["id"]).Should().Be(("aws:index/getCallerIdentity:getCallerIdentity", "me"));
    }
}
