using Rehearsal;
using Rehearsal.Life;

namespace SageMakerIam.Tests.Rehearsal;

[Collection(EmulatedAwsTests.Name)]
public sealed class KeyRotationTests(EmulatedAwsFixture aws) : IDisposable
{
    private readonly RehearsedStack stack = new(aws);

    public void Dispose() => stack.Dispose();

    [Fact]
    public async Task Key_LivesFromDayZeroUntilItIsRetired()
    {
        await UpdateAsync("generation: 1");
        (await KeysAsync()).Should().Equal("Active");
        var first = stack.Output("deployerAccessKeyIds")["dev"]!.ToString();

        await UpdateAsync("generation: 2, previous: active");
        (await KeysAsync()).Should().Equal("Active", "Active");
        stack.Output("deployerPreviousAccessKeyIds")["dev"]!.ToString().Should().Be(first);
        stack.Output("deployerAccessKeyIds")["dev"]!.ToString().Should().NotBe(first);

        await UpdateAsync("generation: 2, previous: inactive");
        (await KeysAsync()).Should().Equal("Active", "Inactive");

        await UpdateAsync("generation: 2");
        (await KeysAsync()).Should().Equal("Active");
        stack.Output("deployerPreviousAccessKeyIds").AsObject().Should().BeEmpty();
    }

    [Fact]
    public async Task Keys_AreLookedAtAfterEachCall()
    {
        await UpdateAsync("generation: 1");
        await UpdateAsync("generation: 2, previous: active");
        stack.Text.Should().Contain("dev-user, after each call: 1 active").And.Contain("dev-user, after each call: 2 active");
    }

    [Theory]
    [InlineData("generation: 2", "It drops the only active key")]
    [InlineData("generation: 3, previous: active", "It drops the only active key")]
    public async Task Step_ThatLocksOut_TouchesNothing(string keys, string reason)
    {
        await UpdateAsync("generation: 1");
        var writes = stack.Writes;

        var update = () => UpdateAsync(keys);

        (await update.Should().ThrowAsync<BadInputException>()).WithMessage($"*deployers.dev.accessKey: *{reason}*");
        stack.Writes.Should().Be(writes);
    }

    [Fact]
    public async Task Step_ThatNeedsAThirdKey_TouchesNothing()
    {
        await UpdateAsync("generation: 1");
        await UpdateAsync("generation: 2, previous: active");
        var writes = stack.Writes;

        var update = () => UpdateAsync("generation: 3, previous: active");

        (await update.Should().ThrowAsync<BadInputException>()).WithMessage("*It needs a third key*");
        stack.Writes.Should().Be(writes);
    }

    [Fact]
    public async Task KeyMadeByHand_IsCountedBeforeAnythingIsTouched()
    {
        await UpdateAsync("generation: 1");
        await stack.Aws.IamAsync("CreateAccessKey", new { UserName = "dev-user" });
        var writes = stack.Writes;

        var update = () => UpdateAsync("generation: 2, previous: active");

        (await update.Should().ThrowAsync<BadInputException>()).WithMessage("*who has 1 not made by this stack*");
        stack.Writes.Should().Be(writes);
    }

    [Fact]
    public async Task RenamedUser_IsRefused_SinceItsKeysWouldBeReplaced()
    {
        await UpdateAsync("generation: 1");

        var update = () => stack.UpdateAsync("deployers: { dev: { userName: other-user } }");

        (await update.Should().ThrowAsync<BadInputException>()).WithMessage("*deployers.dev.userName: 'other-user', when the last update left 'dev-user'*");
    }

    [Fact]
    public async Task UserThatBecomesARole_IsRefused_SinceItsKeysWouldBeGone()
    {
        await UpdateAsync("generation: 1");

        var update = () => stack.UpdateAsync("deployers: { dev: { assumedBy: { gitLab: { project: acme/churn, branch: main } } } }");

        (await update.Should().ThrowAsync<BadInputException>()).WithMessage("*deployers.dev.assumedBy: a role, when the last update left the user 'dev-user'*");
    }

    [Fact]
    public async Task DeployerThatIsRemoved_TakesItsKeysWithIt()
    {
        await UpdateAsync("generation: 1");
        await stack.UpdateAsync("deployers: {}");
        stack.Text.Should().Contain("dev-user, after each call: 0 active → user deleted");
    }

    private Task<UpdateFacts> UpdateAsync(string keys) => stack.UpdateAsync($"deployers: {{ dev: {{ userName: dev-user, accessKey: {{ {keys} }} }} }}");

    private Task<IEnumerable<string>> KeysAsync() => stack.KeyStatusesAsync("dev-user");
}
