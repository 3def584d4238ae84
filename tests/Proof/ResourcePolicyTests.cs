using System.Text.Json.Nodes;
using Proof.Judging;
using Proof.Results;

namespace SageMakerIam.Tests.Proof;

/// <summary>How a resource's own policy decides beside those of identities.</summary>
public sealed class ResourcePolicyTests
{
    private const string User = "arn:aws:iam::123456789012:user/ada";
    private const string Other = "arn:aws:iam::210987654321:role/other";
    private const string Bucket = "arn:aws:s3:::data";
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:churn/ci-a1B2c3";
    private const string Endpoint = "arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-0a1b2c3d";
    private const string MayRead = """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}""";
    private const string MayDecrypt = $$"""{"Effect":"Allow","Action":"kms:Decrypt","Resource":"{{Key}}"}""";

    private static readonly Account Nothing = new Account().User("ada");

    [Fact]
    public async Task InTheAccount_TheResourcesPolicyIsEnough()
    {
        var decision = await DecideAsync(Nothing, Bucket, Allow(User, "s3:GetObject", $"{Bucket}/*"), User, "s3:GetObject", $"{Bucket}/1");
        decision.Result.Should().Be(DecisionResult.Allowed);
        decision.DecidedBy.Single().ToString().Should().Be("Given of policy of bucket data");
    }

    [Fact]
    public async Task InTheAccount_TheIdentitysPolicyIsEnough() =>
        (await DecideAsync(
            new Account().User("ada", MayRead), Bucket, Allow(Other, "s3:GetObject", $"{Bucket}/*"), User, "s3:GetObject", $"{Bucket}/1"))
            .Result.Should().Be(DecisionResult.Allowed);

    [Fact]
    public async Task WhatNeitherAllows_IsDenied_AndTheNearestIsNamed()
    {
        var decision = await DecideAsync(Nothing, Bucket, Allow(Other, "s3:GetObject", $"{Bucket}/*"), User, "s3:GetObject", $"{Bucket}/1");
        decision.Result.Should().Be(DecisionResult.Denied);
        decision.Near!.Single().Misses.Should().Equal("the principal");
    }

    [Fact]
    public async Task ADenyOfTheResource_Wins()
    {
        var decision = await DecideAsync(
            new Account().User("ada", MayRead),
            Bucket,
            """
            {"Sid":"Tls","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::data/*",
            "Condition":{"Bool":{"aws:SecureTransport":"false"}}}
            """,
            User,
            "s3:GetObject",
            $"{Bucket}/1",
            ("aws:SecureTransport", "false"));
        decision.Result.Should().Be(DecisionResult.Denied);
        decision.DecidedBy.Single().Statement.Should().Be("Tls");
    }

    [Theory]
    [InlineData(User, DecisionResult.Allowed)]
    [InlineData("arn:aws:iam::123456789012:root", DecisionResult.Denied)]
    [InlineData(Other, DecisionResult.Denied)]
    public async Task AKeyThatNamesSomebody_LetsThemIn_AndNobodyBy(string named, DecisionResult result) =>
        (await DecideAsync(Nothing, Key, Allow(named, "kms:Decrypt", "*"), User, "kms:Decrypt", Key)).Result.Should().Be(result);

    [Theory]
    [InlineData("arn:aws:iam::123456789012:root", DecisionResult.Allowed)]
    [InlineData(Other, DecisionResult.Denied)]
    public async Task AnIdentitysPolicy_OpensAKeyOnlyWhereTheKeyHandsItToItsAccount(string named, DecisionResult result) =>
        (await DecideAsync(
            new Account().User("ada", MayDecrypt), Key, Allow(named, "kms:Decrypt", "*"), User, "kms:Decrypt", Key)).Result
            .Should().Be(result);

    [Fact]
    public async Task AKeyWhosePolicyIsNotKnown_IsHandedToItsAccount() =>
        (await Judge.DecideAsync([new Account().User("ada", MayDecrypt).Details], User, "kms:Decrypt", Key)).Result
            .Should().Be(DecisionResult.Allowed);

    [Theory]
    [InlineData(Other, DecisionResult.Allowed)]
    [InlineData("arn:aws:iam::210987654321:root", DecisionResult.Allowed)]
    [InlineData("arn:aws:iam::210987654321:role/another", DecisionResult.Denied)]
    public async Task ForAnotherAccount_TheResourceHasToName(string named, DecisionResult result) =>
        (await DecideAsync(
            Nothing, Secret, Allow(named, "secretsmanager:GetSecretValue", "*"), Other, "secretsmanager:GetSecretValue", Secret)).Result
            .Should().Be(result);

    [Fact]
    public async Task ForAnotherAccount_TheIdentityHasToBeAllowedAsWell()
    {
        var other = new Account("210987654321").Role("other", """{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}""");
        (await Judge.DecideAsync(
            World(Secret, Allow(Other, "secretsmanager:GetSecretValue", "*"), Nothing, other),
            Other,
            "secretsmanager:GetSecretValue",
            Secret)).Result.Should().Be(DecisionResult.Denied);
    }

    [Fact]
    public async Task ASecret_IsKnownWhateverAwsAppendedToItsName() =>
        (await DecideAsync(
            Nothing,
            Secret,
            Allow(User, "secretsmanager:GetSecretValue", "*"),
            User,
            "secretsmanager:GetSecretValue",
            Secret.Replace("a1B2c3", "AbCdEf", StringComparison.Ordinal))).Result.Should().Be(DecisionResult.Allowed);

    [Fact]
    public async Task AResourceThatIsKnownToBearNone_LetsNobodyOfAnotherAccountIn() =>
        (await Judge.DecideAsync(World(Secret, null, Nothing), Other, "secretsmanager:GetSecretValue", Secret)).Result
            .Should().Be(DecisionResult.Denied);

    [Theory]
    [InlineData("arn:aws:s3:::data/*", DecisionResult.Allowed)]
    [InlineData("arn:aws:s3:::other/*", DecisionResult.Denied)]
    public async Task WhatComesThroughAnEndpoint_ItsPolicyHasToAllow(string through, DecisionResult result) =>
        (await DecideAsync(
            new Account().User("ada", MayRead),
            Endpoint,
            Allow("*", "s3:GetObject", through),
            User,
            "s3:GetObject",
            $"{Bucket}/1",
            ("aws:SourceVpce", "vpce-0a1b2c3d"))).Result.Should().Be(result);

    [Fact]
    public async Task WhatComesThroughNoEndpoint_IsNoneOfItsBusiness() =>
        (await DecideAsync(
            new Account().User("ada", MayRead), Endpoint, Allow("*", "s3:GetObject", "arn:aws:s3:::other/*"), User, "s3:GetObject",
            $"{Bucket}/1")).Result.Should().Be(DecisionResult.Allowed);

    private static string Allow(string principal, string action, string resource) =>
        $$"""{"Sid":"Given","Effect":"Allow","Principal":{"AWS":"{{principal}}"},"Action":"{{action}}","Resource":"{{resource}}"}""";

    private static Task<Decision> DecideAsync(
        Account account, string resource, string statements, string by, string action, string on,
        params (string Key, string Value)[] context) => Judge.DecideAsync(World(resource, statements, account), by, action, on, context);

    private static JudgedWorld World(string resource, string? statements, params Account[] accounts) =>
        new([.. accounts.Select(account => account.Details)], SmallStack.Place)
        {
            Layers = new()
            {
                Resources = new(KeyValuePair.Create(
                    resource,
                    statements is null ? null : JsonNode.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}"""))),
            },
        };
}
