using Proof.Results;

namespace SageMakerIam.Tests.Proof;

public sealed class JudgeTests
{
    private const string ReadData = """{"Sid":"Read","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}""";
    private const string DenySecret = """{"Sid":"NoSecrets","Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::data/secret/*"}""";
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string TrustSageMaker =
        """
        {"Sid":"Trust","Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole",
        "Condition":{"StringEquals":{"aws:SourceAccount":"123456789012"}}}
        """;
    private const string Role = "arn:aws:iam::123456789012:role/training";
    private const string User = "arn:aws:iam::123456789012:user/ada";
    private const string Object = "arn:aws:s3:::data/train/1";

    [Fact]
    public async Task InlinePolicy_Allows_AndTheStatementIsNamed()
    {
        var decision = await DecideAsync(new Account().User("ada", ReadData), User, "s3:GetObject", Object);
        decision.Result.Should().Be(DecisionResult.Allowed);
        decision.DecidedBy[0].Policy.Should().Be("inline policy inline of user ada");
        decision.DecidedBy[0].Statement.Should().Be("Read");
    }

    [Fact]
    public async Task NoStatement_Denies_AndTheNearestIsNamedWithWhatItMisses()
    {
        var decision = await DecideAsync(new Account().User("ada", ReadData), User, "s3:GetObject", "arn:aws:s3:::other/1");
        decision.Result.Should().Be(DecisionResult.Denied);
        decision.Near![0].Statement.Should().Be("Read");
        decision.Near![0].Misses[0].Should().Be("the resource");
    }

    [Fact]
    public async Task ExplicitDeny_Wins_AndIsNamed()
    {
        var decision = await DecideAsync(
            new Account().User("ada", $"{ReadData},{DenySecret}"), User, "s3:GetObject", "arn:aws:s3:::data/secret/1");
        decision.Result.Should().Be(DecisionResult.Denied);
        decision.DecidedBy[0].Statement.Should().Be("NoSecrets");
    }

    [Fact]
    public async Task GroupPolicy_Counts() =>
        (await DecideAsync(new Account().Group("staff", ReadData).User("ada", group: "staff"), User, "s3:GetObject", Object)).Result
            .Should().Be(DecisionResult.Allowed);

    [Fact]
    public async Task ManagedPolicy_Counts() =>
        (await DecideAsync(new Account().Policy("reader", ReadData).User("ada", attached: "reader"), User, "s3:GetObject", Object)).Result
            .Should().Be(DecisionResult.Allowed);

    [Fact]
    public async Task Boundary_TakesAwayWhatItDoesNotAllow() =>
        (await DecideAsync(
                new Account().Policy("bound", ReadData).User("ada", Everything, boundary: "bound"),
                User,
                "s3:PutObject",
                Object)).Result.Should().Be(DecisionResult.Denied);

    [Fact]
    public async Task Boundary_GivesNothing() =>
        (await DecideAsync(new Account().Policy("bound", Everything).User("ada", boundary: "bound"), User, "s3:GetObject", Object)).Result
            .Should().Be(DecisionResult.Denied);

    [Fact]
    public async Task BoundaryThatIsNotInTheDetails_Fails() =>
        Why(await DecideAsync(new Account().User("ada", Everything, boundary: "gone"), User, "s3:GetObject", Object)).Should()
            .Contain("policy/gone");

    [Fact]
    public async Task UnknownIdentity_Fails() =>
        Why(await DecideAsync(new Account().User("grace"), User, "s3:GetObject", Object)).Should().Contain(User);

    [Fact]
    public async Task DroppedContextKey_Fails() =>
        Why(await DecideAsync(new Account().User("ada", Everything), User, "s3:GetObject", Object, ("iam:PassedToService", "x"))).Should()
            .Contain("iam:PassedToService");

    [Fact]
    public async Task PatternInPlaceOfAResource_Fails() =>
        Why(await DecideAsync(new Account().User("ada", Everything), User, "s3:GetObject", "arn:aws:s3:::data/*")).Should()
            .Contain("pattern");

    [Fact]
    public async Task UnknownAction_Fails() =>
        Why(await DecideAsync(new Account().User("ada", Everything), User, "s3:GetObjekt", Object)).Should().Contain("no such action");

    [Fact]
    public async Task Service_AssumesARoleThatTrustsIt() =>
        (await DecideAsync(
                new Account().Role("training", TrustSageMaker),
                "sagemaker.amazonaws.com",
                "sts:AssumeRole",
                Role,
                ("aws:SourceAccount", "123456789012"))).Result.Should().Be(DecisionResult.Allowed);

    [Fact]
    public async Task Service_DoesNotAssumeARoleForAnotherAccount()
    {
        var decision = await DecideAsync(
            new Account().Role("training", TrustSageMaker),
            "sagemaker.amazonaws.com",
            "sts:AssumeRole",
            Role,
            ("aws:SourceAccount", "999999999999"));
        decision.Result.Should().Be(DecisionResult.Denied);
        decision.Near![0].Misses[0].Should().Contain("aws:SourceAccount");
    }

    [Fact]
    public async Task SameAccountUser_DoesNotAssumeARoleThatDoesNotTrustIt() =>
        (await DecideAsync(new Account().User("ada", Everything).Role("training", TrustSageMaker), User, "sts:AssumeRole", Role)).Result
            .Should().Be(DecisionResult.Denied);

    [Fact]
    public async Task AcrossAccounts_BothSidesAreAsked()
    {
        const string Trust =
            """
            {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::210987654321:role/launcher"},"Action":"sts:AssumeRole",
            "Condition":{"StringEquals":{"sts:ExternalId":"x1"}}}
            """;
        const string MayAssume = """{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::123456789012:role/training"}""";
        const string Launcher = "arn:aws:iam::210987654321:role/launcher";
        var ours = new Account().Role("training", Trust).Details;
        var willing = new Account("210987654321").Role("launcher", TrustSageMaker, MayAssume).Details;
        var unwilling = new Account("210987654321").Role("launcher", TrustSageMaker).Details;
        (await Judge.DecideAsync([ours, willing], Launcher, "sts:AssumeRole", Role, ("sts:ExternalId", "x1"))).Result.Should()
            .Be(DecisionResult.Allowed);
        (await Judge.DecideAsync([ours, willing], Launcher, "sts:AssumeRole", Role, ("sts:ExternalId", "x2"))).Result.Should()
            .Be(DecisionResult.Denied);
        (await Judge.DecideAsync([ours, unwilling], Launcher, "sts:AssumeRole", Role, ("sts:ExternalId", "x1"))).Result.Should()
            .Be(DecisionResult.Denied);
    }

    [Fact]
    public async Task PoliciesAreReadAsTheApiAnswers_UrlEncoded()
    {
        var account = new Account().User("ada", ReadData).Details;
        var policy = account["UserDetailList"]![0]!["UserPolicyList"]![0]!;
        policy["PolicyDocument"] = Uri.EscapeDataString(policy["PolicyDocument"]!.ToJsonString());
        (await Judge.DecideAsync([account], User, "s3:GetObject", Object)).Result.Should().Be(DecisionResult.Allowed);
    }

    private static Task<Decision> DecideAsync(
        Account account, string by, string action, string on, params (string Key, string Value)[] context) =>
        Judge.DecideAsync([account.Details], by, action, on, context);

    private static string? Why(Decision decision)
    {
        decision.Result.Should().Be(DecisionResult.Failed);
        return decision.Why;
    }
}
