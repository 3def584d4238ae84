using System.Text.Json.Nodes;
using Proof.Judging;
using Proof.Results;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Settings;
using SageMakerIam.Tests.Proof;

namespace SageMakerIam.Tests.Policies.Resources;

/// <summary>What the policy of a guarded bucket takes from roles whose own policies allow everything.</summary>
public sealed class GuardedBucketPolicyTests
{
    private const string Bucket = "arn:aws:s3:::data";
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string OtherKey = "arn:aws:kms:us-east-1:123456789012:key/5678abcd-12ab-34cd-56ef-1234567890ab";
    private const string Named = "named";
    private const string Stranger = "named-2";
    private const string Administrator = "administrator";
    private const string Algorithm = "s3:x-amz-server-side-encryption";
    private const string KeyId = "s3:x-amz-server-side-encryption-aws-kms-key-id";

    // What the account's administrators and who updates the stack have to be able to do.
    private static readonly string[] Administration =
    [
        "DeleteBucket", "DeleteBucketPolicy", "GetBucketPolicy", "GetEncryptionConfiguration", "GetBucketVersioning",
        "PutBucketObjectLockConfiguration", "PutBucketPolicy", "PutBucketPublicAccessBlock", "PutBucketTagging", "PutBucketVersioning",
        "PutEncryptionConfiguration", "PutLifecycleConfiguration",
    ];

    private static readonly GuardedBucketSettings Guarded = new() { Administrators = [Role("admin*")] };

    [Theory]
    [InlineData("", true)]
    [InlineData("aws:SecureTransport=true", true)]
    [InlineData("aws:SecureTransport=false", false)]
    [InlineData("s3:TlsVersion=1.3", true)]
    [InlineData("s3:TlsVersion=1.2", true)]
    [InlineData("s3:TlsVersion=1.1", false)]
    [InlineData("aws:SecureTransport=true s3:TlsVersion=1.2", true)]
    [InlineData("aws:SecureTransport=false s3:TlsVersion=1.2", false)]
    public async Task AllOfIt_NeedsTls(string context, bool allowed)
    {
        await ExpectAsync(Guarded, Named, "GetObject", context, allowed);
        await ExpectAsync(Guarded, Administrator, "PutBucketPolicy", context, allowed);
    }

    [Theory]
    [InlineData(Named, true)]
    [InlineData(Stranger, false)]
    [InlineData(Administrator, false)]
    public async Task Data_IsForWhoIsNamed(string role, bool allowed)
    {
        string[] actions =
            ["GetObject", "PutObject", "DeleteObjectVersion", "GetObjectTagging", "RestoreObject", "AbortMultipartUpload"];
        foreach (var action in actions)
        {
            await ExpectAsync(Guarded, role, action, "", allowed);
        }
    }

    [Theory]
    [InlineData(Named, true)]
    [InlineData(Stranger, false)]
    [InlineData(Administrator, true)]
    public async Task Keys_AreForAdministratorsAsWell(string role, bool allowed)
    {
        await ExpectAsync(Guarded, role, "ListBucket", "", allowed);
        await ExpectAsync(Guarded, role, "ListBucketVersions", "", allowed);
        await ExpectAsync(Guarded, role, "ListBucketMultipartUploads", "", allowed);
    }

    [Fact]
    public Task Principals_MayBePatterns() =>
        ExpectAsync(Guarded with { Principals = [Role("named-*")] }, Stranger, "GetObject", "", allowed: true);

    [Theory]
    [InlineData(Named)]
    [InlineData(Stranger)]
    [InlineData(Administrator)]
    public async Task Administration_IsDeniedToNobody(string role)
    {
        var all = Guarded with { KmsKey = Key, Endpoints = ["vpce-0a1b"] };
        foreach (var action in Administration)
        {
            await ExpectAsync(all, role, action, "", allowed: true);
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData($"{Algorithm}=AES256", true)]
    [InlineData($"{Algorithm}=aws:kms", true)]
    [InlineData($"{Algorithm}=aws:kms {KeyId}={OtherKey}", true)]
    [InlineData($"{Algorithm}-customer-algorithm=AES256", false)]
    public Task WithoutAKey_AnyThatAwsHoldsWillDo(string context, bool allowed) =>
        ExpectAsync(Guarded, Named, "PutObject", context, allowed);

    [Theory]
    [InlineData("", false, true)]
    [InlineData($"{Algorithm}=AES256", false, false)]
    [InlineData($"{Algorithm}=aws:kms", false, false)]
    [InlineData($"{Algorithm}=aws:kms {KeyId}={OtherKey}", false, false)]
    [InlineData($"{Algorithm}=aws:kms {KeyId}={Key}", true, true)]
    [InlineData($"{Algorithm}=aws:kms:dsse {KeyId}={Key}", true, true)]
    [InlineData($"{Algorithm}-customer-algorithm=AES256", false, false)]
    public async Task WithAKey_EachWriteNamesIt_UnlessTheStackSetTheBucketToIt(string context, bool elsewhere, bool inItsOwn)
    {
        var settings = Guarded with { KmsKey = Key };
        await ExpectAsync(settings, Named, "PutObject", context, elsewhere);
        await ExpectAsync(settings with { Create = true }, Named, "PutObject", context, inItsOwn);
        await ExpectAsync(settings, Named, "GetObject", "", allowed: true);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("aws:SourceVpce=vpce-0a1b", true)]
    [InlineData("aws:SourceVpce=vpce-2c3d", true)]
    [InlineData("aws:SourceVpce=vpce-0a1b0", false)]
    [InlineData("aws:ViaAWSService=true", true)]
    [InlineData("aws:ViaAWSService=false", false)]
    public async Task WithEndpoints_DataIsToBeHadThroughThemAlone(string context, bool allowed)
    {
        var settings = Guarded with { Endpoints = ["vpce-0a1b", "vpce-2c3d"] };
        await ExpectAsync(settings, Named, "GetObject", context, allowed);
        await ExpectAsync(settings, Named, "PutObject", context, allowed);
        await ExpectAsync(settings, Named, "ListBucket", context, allowed);
        await ExpectAsync(settings, Administrator, "ListBucket", context, allowed: true);
        await ExpectAsync(settings with { Administrators = [] }, Named, "ListBucket", context, allowed);
    }

    [Fact]
    public void StatementsThatTheSettingsAskForNoMore_AreNotKept()
    {
        PolicyDocument Own(GuardedBucketSettings settings) =>
            GuardedBucketPolicy.Document("data", settings, [Role(Named)], PolicyJudge.Account);
        var wide = Own(Guarded with { Endpoints = ["vpce-0a1b"], KmsKey = Key });

        var merged = MergedPolicy.Json(Own(Guarded), JsonNode.Parse(wide.ToJson())!);

        wide.Statements.Should().OnlyContain(statement => statement.Sid!.StartsWith(GuardedBucketPolicy.SidPrefix));
        JsonNode.DeepEquals(JsonNode.Parse(merged), JsonNode.Parse(Own(Guarded).ToJson())).Should().BeTrue(merged);
    }

    [Fact]
    public void ServicesThatAPolicyLetsIn_StayLetIn_WhereItIsKept()
    {
        const string there = """
            {"Version":"2008-10-17","Id":"theirs","Statement":{"Sid":"Logs","Effect":"Allow",
            "Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::data/*"}}
            """;
        PolicyDocument Own(GuardedBucketSettings settings) =>
            GuardedBucketPolicy.Document("data", settings, [Role(Named)], PolicyJudge.Account);
        var kept = Own(Guarded with { Adopt = BucketPolicyAdoption.Merge });

        var merged = MergedPolicy.Json(kept, JsonNode.Parse(there)!);

        merged.Should().StartWith("""{"Version":"2008-10-17","Id":"theirs",""").And.Contain("logging.s3.amazonaws.com")
            .And.Contain("aws:PrincipalIsAWSService");
        MergedPolicy.Json(kept, JsonNode.Parse(merged)!).Should().Be(merged, "merging it once more adds nothing");
        Own(Guarded).ToJson().Should().NotContain("aws:PrincipalIsAWSService", "no other policy lets a service in");
    }

    private static async Task ExpectAsync(GuardedBucketSettings settings, string role, string action, string context, bool allowed)
    {
        const string everything = """{"Effect":"Allow","Action":"s3:*","Resource":"*"}""";
        const string nobody = """{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}""";
        var account = new Account();
        foreach (var name in new[] { Named, Stranger, Administrator })
        {
            account = account.Role(name, nobody, everything);
        }

        var policy = GuardedBucketPolicy.Document("data", settings, [Role(Named)], PolicyJudge.Account);
        var unguarded = new JudgedWorld([account.Details], SmallStack.Place);
        var guarded = unguarded with { Layers = new() { Resources = new(KeyValuePair.Create(Bucket, JsonNode.Parse(policy.ToJson()))) } };
        var isOnAnObject = (action.Contains("Object", StringComparison.Ordinal) && !action.Contains("Bucket", StringComparison.Ordinal))
            || action == "AbortMultipartUpload";
        var on = isOnAnObject ? $"{Bucket}/train/1.csv" : Bucket;
        var keys = context.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=', 2))
            .Select(entry => (entry[0], entry[1])).ToArray();

        (await Judge.DecideAsync(unguarded, Role(role), $"s3:{action}", on, keys)).Allowed.Should().BeTrue("nothing guards it");
        var decision = await Judge.DecideAsync(guarded, Role(role), $"s3:{action}", on, keys);

        decision.Result.Should().Be(allowed ? DecisionResult.Allowed : DecisionResult.Denied, $"{role} {action} {context}: {decision.Why}");
    }

    private static string Role(string name) => $"arn:aws:iam::123456789012:role/{name}";
}
