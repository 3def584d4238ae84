using Rehearsal.Life;

namespace SageMakerIam.Tests.Rehearsal;

public sealed class KeyRotationTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private readonly RehearsedStack stack = new(aws);

    public void Dispose() => stack.Dispose();

    [Fact]
    public async Task Key_LivesFromDayZeroUntilItIsRetired()
    {
        await UpAsync("generation: 1");
        Seen().Should().Equal("1 active");
        var first = stack.Output("deployerAccessKeyIds")["dev"]!.ToString();

        await UpAsync("generation: 2, previous: active");
        Seen().Should().Equal("2 active");
        stack.Output("deployerPreviousAccessKeyIds")["dev"]!.ToString().Should().Be(first);
        stack.Output("deployerAccessKeyIds")["dev"]!.ToString().Should().NotBe(first);

        await UpAsync("generation: 2, previous: inactive");
        Seen().Should().Equal("1 active, 1 inactive");

        await UpAsync("generation: 2");
        Seen().Should().Equal("1 active");
        stack.Output("deployerPreviousAccessKeyIds").AsObject().Should().BeEmpty();
    }

    [Theory]
    [InlineData("generation: 2")]
    [InlineData("generation: 3, previous: active")]
    public async Task Step_ThatLocksOut_TouchesNothing(string keys)
    {
        await UpAsync("generation: 1");
        (await RefusalOfAsync(keys)).Should().Match("*deployers.dev.accessKey: *It drops the only active key*");
    }

    [Fact]
    public async Task Step_ThatNeedsAThirdKey_TouchesNothing()
    {
        await UpAsync("generation: 1");
        await UpAsync("generation: 2, previous: active");
        (await RefusalOfAsync("generation: 3, previous: active")).Should().Match("*deployers.dev.accessKey: *It needs a third key*");
    }

    [Fact]
    public async Task KeyMadeByHand_IsCountedBeforeAnythingIsTouched()
    {
        await UpAsync("generation: 1");
        await stack.Aws.IamAsync("CreateAccessKey", new { UserName = "dev-user" });
        (await RefusalOfAsync("generation: 2, previous: active")).Should().Contain("who has 1 not made by this stack");
    }

    [Fact]
    public async Task RenamedUser_OrOneThatBecomesARole_IsRefused_SinceItsKeysWouldBeGone()
    {
        await UpAsync("generation: 1");
        (await stack.RefusalOfAsync("deployers: { dev: { userName: other-user } }"))
            .Should().Contain("deployers.dev.userName: 'other-user', when the last update left 'dev-user'");
        (await stack.RefusalOfAsync("deployers: { dev: { assumedBy: { gitLab: { project: acme/churn, branch: main } } } }"))
            .Should().Contain("deployers.dev.assumedBy: a role, when the last update left the user 'dev-user'");
    }

    [Fact]
    public async Task DeployerThatIsRemoved_TakesItsKeysWithIt()
    {
        await UpAsync("generation: 1");
        await stack.UpAsync("deployers: {}");
        new AccessKeyHistory().Follow(stack.KeysSeen()).Should().BeEmpty();
        (await stack.Aws.IamAsync("ListUsers", new { }))["Users"]!.AsArray().Should().BeEmpty();
    }

    private Task UpAsync(string keys) => stack.UpAsync(Deployer(keys));

    private Task<string> RefusalOfAsync(string keys) => stack.RefusalOfAsync(Deployer(keys));

    private static string Deployer(string keys) => $"deployers: {{ dev: {{ userName: dev-user, accessKey: {{ {keys} }} }} }}";

    private IEnumerable<string> Seen() => stack.KeysSeen().Select(sighting => sighting.ToString());
}
