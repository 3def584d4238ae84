using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>
/// What comes after an update of access keys that did not do all that it was asked for: the next one goes by the keys that are there.
/// </summary>
public sealed class UnfinishedRotationTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private static readonly UpdateOptions Nothing = new() { Excludes = ["**"] };

    private readonly RehearsedStack stack = new(aws);

    public void Dispose() => stack.Dispose();

    [Fact]
    public async Task NewKey_ThatWasSkipped_IsNeitherRecordedNorHandedOver()
    {
        await UpAsync("generation: 1");
        var first = CurrentKey();

        await UpAsync("generation: 2, previous: active", Nothing);

        Recorded().Should().Be("1");
        CurrentKey().Should().Be(first);
        stack.Output("dotenv")["dev"]!.ToString().Should().Contain($"={first}\n");
        (await RefusalOfAsync("generation: 2")).Should().Match(
            "*when the last update left generation: 1, previous: gone. It drops the only active key*");
        await UpAsync("generation: 2, previous: active");
        Recorded().Should().Be("2");
    }

    [Fact]
    public async Task OldKey_WhoseDeletionWasSkipped_CountsAndCanBeBroughtBack()
    {
        await UpAsync("generation: 1");
        await UpAsync("generation: 2, previous: active");
        await UpAsync("generation: 2", Nothing);

        (await RefusalOfAsync("generation: 3, previous: active")).Should().Match(
            "*It needs a third key*First retire the older one: generation: 2, previous: gone*");
        await UpAsync("generation: 2, previous: active");

        (await stack.PreviewAsync(Deployer("generation: 2, previous: active"))).ChangedSomething.Should().BeFalse();
    }

    [Fact]
    public async Task KeyThatIsGone_IsNotMadeAnew_ButByANewGeneration()
    {
        await UpAsync("generation: 1");
        await stack.Aws.IamAsync("DeleteAccessKey", new { UserName = "dev-user", AccessKeyId = CurrentKey() });

        (await RefusalOfAsync("generation: 1")).Should().Contain(
            "deployers.dev.accessKey: generation 1, whose key is not there any more. "
            + "Whoever works with it is locked out. Set generation: 2: a new key is made, to be handed over.");
        await UpAsync("generation: 2");
        (await stack.PreviewAsync(Deployer("generation: 2"))).Warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task UserThatIsGone_IsNotMadeAnew_ButWithANewGeneration()
    {
        await UpAsync("generation: 1");
        await stack.Aws.IamAsync("DeleteAccessKey", new { UserName = "dev-user", AccessKeyId = CurrentKey() });
        await stack.Aws.IamAsync("DeleteUser", new { UserName = "dev-user" });

        (await RefusalOfAsync("generation: 2, previous: active")).Should().Contain(
            "generation 1, whose key is not there any more, nor is its user. Whoever works with it is locked out. Set generation: 2");
        var preview = await stack.PreviewAsync(Deployer("generation: 2"));

        preview.Errors.Should().BeEmpty();
        preview.Warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task UserToBeAdopted_ThatIsNotThere_IsAFaultOfItsName() =>
        (await stack.RefusalOfAsync("deployers: { dev: { userName: nobody, adopt: true } }")).Should().Be(
            $"Configuration of stack 'dev' has a fault:\n  {stack.File}:4:47: deployers.dev.userName: 'nobody', a user that is not there. "
            + "Only a user that is there can be taken over. Correct the name, or take adopt away: "
            + "the user is then made, with a new access key.");

    /// <summary>Each step of a rotation fails, or is skipped, in turn.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rotation_WithoutOneOfItsResources_EndsWellInTheNextUpdate(bool fails)
    {
        await UpAsync("generation: 1");
        var preview = await stack.PreviewAsync(Deployer("generation: 2, previous: active"));
        var names = preview.Steps.Select(step => step.Name).Except(["sagemaker-iam-dev", "dev"]).ToList();
        names.Should().Contain(["dev-user", "dev-access-key-1", "dev-access-key-2", "dev-secret-version"]);
        foreach (var (index, name) in names.Index())
        {
            // The names of the keys go up with their generations.
            var generation = index + 2;
            var victim = name switch
            {
                "dev-access-key-1" => $"dev-access-key-{generation - 1}",
                "dev-access-key-2" => $"dev-access-key-{generation}",
                _ => name,
            };
            bool IsVictim(string urn) => Urn.Name(urn) == victim;

            UpdateOptions options = fails ? new() { ContinueOnError = true, Fails = IsVictim } : new() { Excludes = [$"**::{victim}"] };
            var unfinished = await stack.UpAsync(options, Deployer($"generation: {generation}, previous: active"));
            unfinished.Errors.Should().BeEmpty(victim);
            Recorded().Should().Be($"{await NewestKeyAsync(generation)}", victim);

            await UpAsync($"generation: {generation}, previous: active");
            Recorded().Should().Be($"{generation}", victim);
            await UpAsync($"generation: {generation}");
        }
    }

    // A stack's second key is of its newest generation.
    private async Task<int> NewestKeyAsync(int generation)
    {
        var keys = await stack.Aws.IamAsync("ListAccessKeys", new { UserName = "dev-user" });
        return keys["AccessKeyMetadata"]!.AsArray().Count == 2 ? generation : generation - 1;
    }

    private async Task UpAsync(string keys, UpdateOptions? options = null)
    {
        var result = await stack.UpAsync(options ?? UpdateOptions.Default, Deployer(keys));
        result.Succeeded.Should().BeTrue(string.Join('\n', result.Errors.Concat(result.Failures.Select(failure => failure.Message))));
    }

    private Task<string> RefusalOfAsync(string keys) => stack.RefusalOfAsync(Deployer(keys));

    private string CurrentKey() => stack.Output("deployerAccessKeyIds")["dev"]!.ToString();

    private string Recorded() => stack.Output("deployerAccessKeyGenerations")["dev"]!["generation"]!.ToString();

    private static string Deployer(string keys) =>
        $"deployers: {{ dev: {{ userName: dev-user, accessKey: {{ {keys} }}, secretsManager: {{ recoveryWindowInDays: 7 }} }} }}";
}
