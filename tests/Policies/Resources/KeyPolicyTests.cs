using System.Text.Json.Nodes;
using Proof.Judging;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Tests.Proof;

namespace SageMakerIam.Tests.Policies.Resources;

/// <summary>Who uses a key of the stack, and who administers it.</summary>
public class KeyPolicyTests
{
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string Partner = "arn:aws:iam::210987654321:role/partner";
    private const string ByAService = "kms:GrantIsForAWSResource=true";
    private const string S3 = "kms:ViaService=s3.us-east-1.amazonaws.com";
    private const string SageMaker = "kms:ViaService=sagemaker.us-east-1.amazonaws.com";
    private const string OfTheTrail =
        "kms:EncryptionContext:aws:cloudtrail:arn=arn:aws:cloudtrail:us-east-1:123456789012:trail/audit";
    private const string SecretsManager = "kms:ViaService=secretsmanager.us-east-1.amazonaws.com";

    private static readonly PolicyDocument Policy = KeyPolicy.Document(
        new KeyUsers
        {
            Work = [ArnOf("churn")],
            Callers = [ArnOf("launcher")],
            Readers = [ArnOf("reader")],
            OtherReaders = [ArnOf("application"), ArnOf("rotation"), Partner],
            Writers = [ArnOf("rotation")],
            Trail = "audit",
            LogReaders = [ArnOf("auditor")],
        },
        PolicyJudge.Account);

    [Theory]
    [InlineData("churn", "kms:Decrypt", "", true)]
    [InlineData("churn", "kms:Encrypt", "", true)]
    [InlineData("churn", "kms:GenerateDataKey", "", true)]
    [InlineData("churn", "kms:DescribeKey", "", true)]
    [InlineData("churn", "kms:CreateGrant", ByAService, true)]
    [InlineData("churn", "kms:CreateGrant", "", false)]
    [InlineData("churn", "kms:ReEncryptFrom", "", false)]
    [InlineData("churn", "kms:PutKeyPolicy", "", false)]
    [InlineData("churn", "kms:ScheduleKeyDeletion", "", false)]
    [InlineData("launcher", "kms:Decrypt", S3, true)]
    [InlineData("launcher", "kms:GenerateDataKey", S3, true)]
    [InlineData("launcher", "kms:Decrypt", "", false)]
    [InlineData("launcher", "kms:Encrypt", S3, false)]
    [InlineData("launcher", "kms:CreateGrant", $"{ByAService} {SageMaker}", true)]
    [InlineData("launcher", "kms:CreateGrant", ByAService, false)]
    [InlineData("reader", "kms:Decrypt", SecretsManager, true)]
    [InlineData("reader", "kms:Decrypt", "", false)]
    [InlineData("reader", "kms:GenerateDataKey", SecretsManager, false)]
    [InlineData("rotation", "kms:Decrypt", SecretsManager, true)]
    [InlineData("rotation", "kms:GenerateDataKey", SecretsManager, true)]
    [InlineData("rotation", "kms:Encrypt", SecretsManager, false)]
    [InlineData("rotation", "kms:Decrypt", S3, false)]
    [InlineData("rotation", "kms:GenerateDataKey", "", false)]
    [InlineData("application", "kms:Decrypt", SecretsManager, true)]
    [InlineData("application", "kms:Decrypt", "", false)]
    [InlineData("application", "kms:GenerateDataKey", SecretsManager, false)]
    public async Task WhoeverItNames_UsesItAsTheirOwnPolicySays(string who, string action, string context, bool allowed) =>
        (await DecideAsync(who, action, context)).Should().Be(allowed);

    [Theory]
    [InlineData("cloudtrail", "kms:GenerateDataKey", "us-east-1:123456789012:trail/audit", "us-east-1:123456789012:trail/audit", true)]
    [InlineData("cloudtrail", "kms:GenerateDataKey", "us-east-1:123456789012:trail/audit", "eu-west-1:123456789012:trail/audit", true)]
    [InlineData("cloudtrail", "kms:GenerateDataKey", "us-east-1:123456789012:trail/audit", "", false)]
    [InlineData("cloudtrail", "kms:GenerateDataKey", "us-east-1:123456789012:trail/audit", "us-east-1:123456789012:trail/audit2", false)]
    [InlineData("cloudtrail", "kms:GenerateDataKey", "us-east-1:123456789012:trail/audit", "us-east-1:999999999999:trail/audit", false)]
    [InlineData("cloudtrail", "kms:GenerateDataKey", "", "us-east-1:123456789012:trail/audit", false)]
    [InlineData("cloudtrail", "kms:GenerateDataKey", "us-east-1:999999999999:trail/audit", "us-east-1:123456789012:trail/audit", false)]
    [InlineData("cloudtrail", "kms:Decrypt", "us-east-1:123456789012:trail/audit", "us-east-1:123456789012:trail/audit", false)]
    [InlineData("cloudtrail", "kms:DescribeKey", "us-east-1:123456789012:trail/audit", "", true)]
    [InlineData("cloudtrail", "kms:DescribeKey", "", "", false)]
    [InlineData("config", "kms:GenerateDataKey", "us-east-1:123456789012:trail/audit", "us-east-1:123456789012:trail/audit", false)]
    public async Task CloudTrail_EncryptsTheLogsOfTheTrail_AndNoneOfAnother(
        string service, string action, string source, string context, bool allowed)
    {
        (string Key, string Value)[] keys =
            [("aws:SourceArn", source), ("kms:EncryptionContext:aws:cloudtrail:arn", context)];
        (await Judge.DecideAsync(World, $"{service}.amazonaws.com", action, Key, [.. keys.Where(key => key.Value.Length > 0)
            .Select(key => (key.Key, $"arn:aws:cloudtrail:{key.Value}"))])).Allowed.Should().Be(allowed);
    }

    [Theory]
    [InlineData("auditor", "kms:Decrypt", $"{S3} {OfTheTrail}", true)]
    [InlineData("auditor", "kms:Decrypt", S3, false)]
    [InlineData("auditor", "kms:Decrypt", $"{S3} {OfTheTrail}2", false)]
    [InlineData("auditor", "kms:Decrypt", OfTheTrail, false)]
    [InlineData("auditor", "kms:Decrypt", $"{SecretsManager} {OfTheTrail}", false)]
    [InlineData("auditor", "kms:GenerateDataKey", $"{S3} {OfTheTrail}", false)]
    [InlineData("administrator", "kms:Decrypt", $"{S3} {OfTheTrail}", false)]
    public async Task WhoReadsTheLogs_DecryptsThem_ThroughS3_AndNothingElse(string who, string action, string context, bool allowed) =>
        (await DecideAsync(who, action, context)).Should().Be(allowed);

    [Theory]
    [InlineData("administrator", "kms:PutKeyPolicy", true)]
    [InlineData("administrator", "kms:ScheduleKeyDeletion", true)]
    [InlineData("administrator", "kms:UpdateAlias", true)]
    [InlineData("administrator", "kms:RevokeGrant", true)]
    [InlineData("administrator", "kms:Decrypt", false)]
    [InlineData("administrator", "kms:Encrypt", false)]
    [InlineData("administrator", "kms:GenerateDataKey", false)]
    [InlineData("administrator", "kms:CreateGrant", false)]
    [InlineData("administrator", "kms:ReplicateKey", false)]
    [InlineData("churn2", "kms:Decrypt", false)]
    [InlineData("chur", "kms:Decrypt", false)]
    [InlineData("Churn", "kms:Decrypt", false)]
    public async Task AnyOtherOfTheAccount_AdministersItAtMost_WhateverItsOwnPolicySays(string who, string action, bool allowed)
    {
        var context = action == "kms:CreateGrant" ? ByAService : "";
        (await DecideAsync(who, action, context, Default)).Should().BeTrue("KMS's own policy hands all over to the account's policies");
        (await DecideAsync(who, action, context)).Should().Be(allowed);
    }

    [Theory]
    [InlineData("kms:Decrypt")]
    [InlineData("kms:PutKeyPolicy")]
    [InlineData("kms:DescribeKey")]
    public async Task WhoeverHasNoPolicyOfTheirOwn_DoesNothing(string action) =>
        (await DecideAsync("bare", action, "")).Should().BeFalse();

    [Fact]
    public async Task AnotherAccount_DoesNothing() => (await Judge.DecideAsync(
        World, "arn:aws:iam::210987654321:role/churn", "kms:Decrypt", Key)).Allowed.Should().BeFalse();

    [Theory]
    [InlineData(SecretsManager, true)]
    [InlineData(S3, false)]
    [InlineData("kms:ViaService=secretsmanager.eu-west-1.amazonaws.com", false)]
    public async Task AReaderOfAnotherAccount_DecryptsThroughSecretsManagerAlone(string context, bool allowed)
    {
        var (key, value) = (context.Split('=')[0], context.Split('=')[1]);
        (await Judge.DecideAsync(World, Partner, "kms:Decrypt", Key, (key, value))).Allowed.Should().Be(allowed);
    }

    [Fact]
    public void AKeyThatNobodyNames_IsAdministeredAlone() =>
        KeyPolicy.Document(new KeyUsers(), PolicyJudge.Account).Statements.Should().ContainSingle();

    private static string ArnOf(string role) => $"arn:aws:iam::123456789012:role/{role}";

    // What KMS gives a key that is made without a policy.
    private static PolicyDocument Default => new(
    [
        new Statement
        {
            Sid = "Default",
            Principal = Principal.Aws("arn:aws:iam::123456789012:root"),
            Actions = ["kms:*"],
            Resources = ["*"],
        },
    ]);

    private static JudgedWorld World => WorldOf(Policy);

    private static JudgedWorld WorldOf(PolicyDocument policy) => new([Roles.Details], SmallStack.Place)
    {
        Layers = new() { Resources = new(KeyValuePair.Create(Key, JsonNode.Parse(policy.ToJson()))) },
    };

    private static Account Roles => new Account()
        .Role("administrator", Trust, Everything)
        .Role("churn2", Trust, Everything)
        .Role("chur", Trust, Everything)
        .Role("Churn", Trust, Everything)
        .Role("churn", Trust, Json(KmsKeys.Statements([Key])))
        .Role("launcher", Trust, Json(KmsKeys.OfCaller([Key], PolicyJudge.Account)))
        .Role("reader", Trust, Json([Secrets.OfKeys([Key], "us-east-1", PolicyJudge.Account)]))
        .Role("rotation", Trust, Everything)
        .Role("application", Trust, Everything)
        .Role("auditor", Trust, Everything)
        .Role("bare", Trust);

    private static string Trust => """{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}""";

    private static string Json(IEnumerable<Statement> statements)
    {
        var document = JsonNode.Parse(new PolicyDocument([.. statements]).ToJson())!;
        return string.Join(',', document["Statement"]!.AsArray().Select(statement => statement!.ToJsonString()));
    }

    private static async Task<bool> DecideAsync(string who, string action, string context, PolicyDocument? policy = null)
    {
        var keys = context.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=', 2))
            .Select(entry => (entry[0], entry[1])).ToArray();
        var decision = await Judge.DecideAsync(WorldOf(policy ?? Policy), ArnOf(who), action, Key, keys);
        decision.Failed.Should().BeFalse(decision.Why);
        return decision.Allowed;
    }
}
