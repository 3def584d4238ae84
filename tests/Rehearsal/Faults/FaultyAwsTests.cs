using System.Globalization;
using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Aws.Calls;
using SageMakerIam.Tests.Rehearsal.Providers;

namespace SageMakerIam.Tests.Rehearsal.Faults;

/// <summary>A stack of every type of resource, over an AWS whose calls go wrong on their way there or back.</summary>
public sealed class FaultyAwsTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    private static readonly Fault[] NotDone = [Fault.Unavailable, Fault.Reset];
    private static readonly Fault[] Done = [Fault.LostAnswer, Fault.HalfAnswer, Fault.DoneAndFailed];

    // Long enough that no call of a loaded machine is given up, except where a test says otherwise.
    private static readonly AwsLimits Patient = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));

    private static readonly Dictionary<string, (Func<string, int, Fault?> Plan, AwsLimits Limits)> Plans = new()
    {
        ["nothing is done"] = ((action, call) => call == 1 ? NotDone[action.Sum(letter => letter) % NotDone.Length] : null, Patient),
        ["the answer is lost"] = ((action, call) => call == 1 ? Done[action.Sum(letter => letter) % Done.Length] : null, Patient),
        ["throttled"] = (
            (action, call) => call == 1 && action.StartsWith("Create", StringComparison.Ordinal) ? Fault.Throttled : null,
            Patient),
        ["silence"] = (
            (action, call) => call == 1 && action is "CreateRole" or "CreateAccessKey" or "GetUser" ? Fault.Silence : null,
            new AwsLimits(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5))),
    };

    [Theory]
    [InlineData("nothing is done")]
    [InlineData("the answer is lost")]
    [InlineData("throttled")]
    [InlineData("silence")]
    public async Task FirstCallOfEachAction_GoesWrong_AndIsGotOver(string plan)
    {
        await using var proxy = await StartAsync(Plans[plan].Plan);
        var stack = NewStack(proxy, Plans[plan].Limits);
        var keys = new List<string>();

        var up = await stack.UpAsync(program => EveryType.RegisterAsync(program, keys, isChanged: false));
        var changed = await stack.UpAsync(program => EveryType.RegisterAsync(program, keys, isChanged: true));
        var again = await stack.UpAsync(program => EveryType.RegisterAsync(program, keys, isChanged: true));
        var versions = await stack.Aws.IamAsync("ListPolicyVersions", new { PolicyArn = $"arn:aws:iam::{stack.Account}:policy/managed" });
        var held = await KeysAsync(stack);
        var failure = (await stack.Stack.DestroyAsync()).Failures.FirstOrDefault();
        await stack.Emulated.StandIns.RemoveAsync();

        up.Failures.Concat(changed.Failures).Should().BeEmpty();
        again.ChangedSomething.Should().BeFalse();
        held.Should().BeEquivalentTo(keys.Distinct(), "no key is left whose secret is lost");
        versions["Versions"]!.AsArray().Should().HaveCount(2, "no version is made twice");
        failure.Should().BeNull();
        (await stack.ContentsAsync()).Should().BeEmpty();
        (up.Calls.Repeats + changed.Calls.Repeats).Should().BePositive();
        proxy.Spoiled.Should().HaveCountGreaterThan(2);
    }

    [Fact]
    public async Task RoleOfAnother_IsNotTakenForOurs_WhereTheFirstAnswerWasLost()
    {
        await using var proxy = await StartAsync((action, call) => action == "CreateRole" && call == 2 ? Fault.Reset : null);
        var stack = NewStack(proxy, Patient);
        var theirs = new { RoleName = "theirs", AssumeRolePolicyDocument = ProgramSession.TrustPolicy, Description = "another's" };
        await stack.Aws.IamAsync("CreateRole", theirs);

        var result = await stack.UpAsync(program => program.RoleAsync("ours", new { name = "theirs" }));

        result.Failures.Should().ContainSingle().Which.Message.Should()
            .Be(
                "creating IAM Role (theirs): operation error IAM: CreateRole, https response error StatusCode: 409, "
                + "EntityAlreadyExists: Role with name theirs already exists. (2 attempts)");
    }

    [Fact]
    public async Task LostAccessKey_IsDeletedAndSaid()
    {
        await using var proxy = await StartAsync((action, call) => action == "CreateAccessKey" && call == 1 ? Fault.LostAnswer : null);
        var stack = NewStack(proxy, Patient);
        Registered? key = null;

        var result = await stack.UpAsync(async program =>
        {
            var user = await UserAsync(program);
            key = await program.RegisterAsync("aws:iam/accessKey:AccessKey", "key", new { user = user.Output("name") });
        });

        (await KeysAsync(stack)).Should().Equal(key!.Id);
        result.Warnings.Should().ContainSingle().Which.Should()
            .MatchRegex("^CreateAccessKey made AKIA[A-Z0-9]+ for ci, and its answer .* was lost").And.NotContain(key.Id);
    }

    [Fact]
    public async Task LostAccessKey_WhereAwsFallsSilent_IsSaid()
    {
        var isSilent = false;
        await using var proxy = await StartAsync((action, _) => (isSilent |= action == "CreateAccessKey") ? Fault.Silence : null);
        var stack = NewStack(proxy, new AwsLimits(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6)));

        var result = await stack.UpAsync(async program =>
        {
            var user = await UserAsync(program);
            await program.RegisterAsync("aws:iam/accessKey:AccessKey", "key", new { user = user.Output("name") });
        });

        result.Failures.Should().ContainSingle().Which.Message.Should()
            .Contain("CreateAccessKey got no answer, and ci may have an access key now whose secret nobody knows: ListAccessKeys: ");
    }

    [Theory]
    [InlineData(Fault.Unavailable, "creating IAM User (ci): *: CreateUser, *: 503, Unknown: Unknown (5 attempts)")]
    [InlineData(Fault.Throttled, "creating IAM User (ci): *: CreateUser, *, Throttling: a fault of the test (5 attempts)")]
    [InlineData(Fault.Reset, "CreateUser: no answer from {0} (5 attempts): *; whether it was done is not known")]
    [InlineData(Fault.NotOfAws, "CreateUser: no answer from {0} (1 attempt): *; whether it was done is not known")]
    public async Task CallThatGoesWrongForGood_IsOneLineThatNamesIt(Fault fault, string line)
    {
        await using var proxy = await StartAsync((action, _) => action == "CreateUser" ? fault : null);

        var result = await NewStack(proxy, Patient).UpAsync(UserAsync);

        result.Failures.Should().ContainSingle().Which.Message.Should()
            .Match(string.Format(CultureInfo.InvariantCulture, line, proxy.Endpoint)).And.NotContain("\n");
    }

    [Fact]
    public async Task CallThatIsDoneAndNeverAnswered_IsFoundDone()
    {
        await using var proxy = await StartAsync((action, _) => action == "CreateUser" ? Fault.DoneAndFailed : null);

        var result = await NewStack(proxy, Patient).UpAsync(UserAsync);

        result.Failures.Should().BeEmpty();
    }

    [Fact]
    public async Task QuotaOfIam_IsNoThrottling()
    {
        await using var proxy = await StartAsync((_, _) => null);
        var stack = NewStack(proxy, Patient);
        await stack.Aws.IamAsync("CreateUser", new { UserName = "ci" });
        await stack.Aws.IamAsync("CreateAccessKey", new { UserName = "ci" });
        await stack.Aws.IamAsync("CreateAccessKey", new { UserName = "ci" });

        var third = () => stack.Aws.IamAsync("CreateAccessKey", new { UserName = "ci" });

        (await third.Should().ThrowAsync<AwsException>()).Which.Attempts.Should().Be(1);
    }

    private Task<FaultyProxy> StartAsync(Func<string, int, Fault?> plan) => FaultyProxy.StartAsync(aws.Endpoint, plan);

    private static ScriptedStack NewStack(FaultyProxy proxy, AwsLimits limits) =>
        new(new EmulatedAws(new AwsConnection(proxy.Endpoint, limits)), EmulatedAwsFixture.NewAccount(), []);

    private static Task<Registered> UserAsync(ProgramSession program) =>
        program.RegisterAsync("aws:iam/user:User", "ci", new { name = "ci" });

    private static async Task<IEnumerable<string>> KeysAsync(ScriptedStack stack)
    {
        var answer = await stack.Aws.IamAsync("ListAccessKeys", new { UserName = "ci" });
        return answer["AccessKeyMetadata"]!.AsArray().Select(key => (string)key!["AccessKeyId"]!);
    }
}
