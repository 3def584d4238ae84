using SageMakerIam.Iam;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Tests.Policies.Permissions;

public class S3AccessTests
{
    [Theory]
    [InlineData("read", "s3:GetObject")]
    [InlineData("write", "s3:PutObject")]
    [InlineData("write", "s3:AbortMultipartUpload")]
    [InlineData("delete", "s3:DeleteObject")]
    [InlineData("tagging", "s3:PutObjectTagging")]
    [InlineData("permissionsManagement", "s3:PutObjectAcl")]
    public async Task AccessLevel_AllowsItsActionUnderThePrefix(string level, string action) =>
        (await PolicyJudge.AllowsAsync(Statements(level), action, "arn:aws:s3:::data/train/1.png")).Should().BeTrue();

    [Theory]
    [InlineData("read", "s3:GetObject")]
    [InlineData("write", "s3:PutObject")]
    [InlineData("write", "s3:AbortMultipartUpload")]
    [InlineData("delete", "s3:DeleteObject")]
    [InlineData("tagging", "s3:PutObjectTagging")]
    [InlineData("permissionsManagement", "s3:PutObjectAcl")]
    public async Task AccessLevel_DeniesItsActionBesideThePrefix(string level, string action) =>
        (await PolicyJudge.AllowsAsync(Statements(level), action, "arn:aws:s3:::data/payroll/1.csv")).Should().BeFalse();

    [Theory]
    [InlineData("read")]
    [InlineData("write")]
    [InlineData("delete")]
    public async Task AccessLevel_DeniesTheSameObjectOfAnotherBucket(string level) =>
        (await PolicyJudge.AllowsAsync(Statements(level), "s3:GetObject", "arn:aws:s3:::data2/train/1.png")).Should().BeFalse();

    [Theory]
    [InlineData("read", "s3:PutObject")]
    [InlineData("write", "s3:GetObject")]
    [InlineData("write", "s3:DeleteObject")]
    [InlineData("write", "s3:PutObjectAcl")]
    [InlineData("delete", "s3:PutObject")]
    [InlineData("read", "s3:GetObjectVersion")]
    public async Task AccessLevel_DeniesWhatBelongsToAnother(string level, string action) =>
        (await PolicyJudge.AllowsAsync(Statements(level), action, "arn:aws:s3:::data/train/1.png")).Should().BeFalse();

    [Theory]
    [InlineData("train/")]
    [InlineData("train/2026/")]
    public async Task Read_ListsUnderThePrefix(string prefix) =>
        (await PolicyJudge.AllowsAsync(Statements("read"), "s3:ListBucket", "arn:aws:s3:::data", ("s3:prefix", prefix))).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("payroll/")]
    [InlineData("train")]
    public async Task Read_DoesNotListBesideThePrefix(string prefix) =>
        (await PolicyJudge.AllowsAsync(Statements("read"), "s3:ListBucket", "arn:aws:s3:::data", ("s3:prefix", prefix))).Should().BeFalse();

    [Fact]
    public async Task Read_DoesNotListTheWholeBucketWithoutNamingAPrefix() =>
        (await PolicyJudge.AllowsAsync(Statements("read"), "s3:ListBucket", "arn:aws:s3:::data")).Should().BeFalse();

    [Fact]
    public async Task Read_OfAWholeBucketListsIt() =>
        (await PolicyJudge.AllowsAsync(Statements("read", prefix: ""), "s3:ListBucket", "arn:aws:s3:::data")).Should().BeTrue();

    [Theory]
    [InlineData("s3:CreateBucket")]
    [InlineData("s3:DeleteBucket")]
    public async Task ManageBucket_AllowsTheBucketItself(string action) =>
        (await PolicyJudge.AllowsAsync(Statements("manageBucket"), action, "arn:aws:s3:::data")).Should().BeTrue();

    [Theory]
    [InlineData("s3:CreateBucket", "arn:aws:s3:::data2")]
    [InlineData("s3:DeleteBucketPolicy", "arn:aws:s3:::data")]
    [InlineData("s3:PutBucketPublicAccessBlock", "arn:aws:s3:::data")]
    [InlineData("s3:DeleteObject", "arn:aws:s3:::data/train/1.png")]
    public async Task ManageBucket_AllowsNothingElse(string action, string resource) =>
        (await PolicyJudge.AllowsAsync(Statements("manageBucket"), action, resource)).Should().BeFalse();

    [Theory]
    [InlineData("s3:ListBucket", "arn:aws:s3:::data", true)]
    [InlineData("s3:GetBucketLocation", "arn:aws:s3:::data", true)]
    [InlineData("s3:GetBucketVersioning", "arn:aws:s3:::data", true)]
    [InlineData("s3:ListBucket", "arn:aws:s3:::data2", false)]
    [InlineData("s3:GetBucketPolicy", "arn:aws:s3:::data", false)]
    [InlineData("s3:PutBucketVersioning", "arn:aws:s3:::data", false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::data/other/1.png", false)]
    public async Task LookUp_AllowsToLookAtTheBucketAlone(string action, string resource, bool allowed) =>
        (await PolicyJudge.AllowsAsync(LookedUp, action, resource)).Should().Be(allowed);

    [Theory]
    [InlineData("train/", true)]
    [InlineData("train/a", true)]
    [InlineData("other/", false)]
    [InlineData("train", false)]
    [InlineData("", false)]
    public async Task LookUp_ListsNoFolderBesideThatOfTheSettings(string prefix, bool allowed) =>
        (await PolicyJudge.AllowsAsync(LookedUp, "s3:ListBucket", "arn:aws:s3:::data", ("s3:prefix", prefix))).Should().Be(allowed);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ListBuckets_IsGivenWhereItIsAskedFor(bool listsAll) => (await PolicyJudge.AllowsAsync(
        S3Access.Statements(
            [new BucketAccess { Name = "data", Access = [S3AccessLevel.Read] }],
            new DeployerSettings { ListBuckets = listsAll },
            PolicyJudge.Account),
        "s3:ListAllMyBuckets",
        "*")).Should().Be(listsAll);

    [Theory]
    [InlineData(null, "123456789012", true)]
    [InlineData(null, "222222222222", false)]
    [InlineData("222222222222", "222222222222", true)]
    [InlineData("222222222222", "123456789012", false)]
    public async Task Bucket_IsThatOfItsAccountAlone(string? account, string owner, bool allowed)
    {
        var bucket = new BucketAccess { Name = "data", Account = account, Access = [S3AccessLevel.Read, S3AccessLevel.Write] };
        var statements = S3Access.Statements([bucket], new DeployerSettings(), PolicyJudge.Account).ToList();
        Task<bool> Allows(string action, string resource) =>
            PolicyJudge.AllowsAsync(statements, action, resource, ("aws:ResourceAccount", owner));

        (await Allows("s3:GetObject", "arn:aws:s3:::data/a")).Should().Be(allowed);
        (await Allows("s3:PutObject", "arn:aws:s3:::data/a")).Should().Be(allowed);
        (await Allows("s3:ListBucket", "arn:aws:s3:::data")).Should().Be(allowed);
    }

    [Theory]
    [InlineData("createBucket", "s3:CreateBucket", true)]
    [InlineData("createBucket", "s3:DeleteBucket", false)]
    [InlineData("createBucket", "s3:PutBucketAcl", false)]
    [InlineData("manageBucket", "s3:CreateBucket", true)]
    [InlineData("manageBucket", "s3:DeleteBucket", true)]
    [InlineData("manageBucket", "s3:PutBucketAcl", false)]
    [InlineData("createBucket permissionsManagement", "s3:PutBucketAcl", true)]
    [InlineData("permissionsManagement", "s3:PutBucketAcl", false)]
    public async Task BucketItself_IsMadeAndShared_WhereThatIsSaid(string access, string action, bool allowed)
    {
        var levels = access.Split(' ').Select(level => Vocabulary.Meaning<S3AccessLevel>(level)!.Value);
        var bucket = new BucketAccess { Name = "data", Access = [.. levels] };

        (await PolicyJudge.AllowsAsync(
            S3Access.Statements([bucket], new DeployerSettings(), PolicyJudge.Account), action, "arn:aws:s3:::data")).Should().Be(allowed);
    }

    [Theory]
    [InlineData("unet-nightly/source/sourcedir.tar.gz", true)]
    [InlineData("pytorch-training-2026/output/model.tar.gz", true)]
    [InlineData("async-endpoint-inputs/unet-api/1", true)]
    [InlineData("model-builder/unet-model/0a1b/code/model.tar.gz", true)]
    [InlineData("model-builder/other-model/0a1b/code/model.tar.gz", false)]
    [InlineData("model-monitor/baselining/unet-1/results/a", true)]
    [InlineData("trial-component-artifacts/unet-run/cm.json", true)]
    [InlineData("other-nightly/source/sourcedir.tar.gz", false)]
    [InlineData("async-endpoint-inputs/other-api/1", false)]
    [InlineData("async-endpoint-inputs/other/unet-api", false)]
    public async Task ClientKeys_AreThoseThatTheSdkMakesOfTheNames(string key, bool allowed)
    {
        var bucket = new BucketAccess { DefaultBucket = true, ClientKeys = true, Access = [S3AccessLevel.Write] };
        var scope = new DeployerSettings { ResourcePrefixes = ["unet-"], ClientDefaults = [ClientDefaults.SagemakerSdk] };

        (await PolicyJudge.AllowsAsync(
            S3Access.Statements([bucket], scope, PolicyJudge.Account),
            "s3:PutObject",
            $"arn:aws:s3:::sagemaker-us-east-1-123456789012/{key}")).Should().Be(allowed);
    }

    [Theory]
    [InlineData("team/unet-nightly/source/a", true)]
    [InlineData("unet-nightly/source/a", false)]
    public async Task ClientKeys_OfADefaultBucketPrefix_StandUnderIt(string key, bool allowed)
    {
        var bucket = new BucketAccess { Name = "data", Prefix = "team/", ClientKeys = true, Access = [S3AccessLevel.Write] };

        (await PolicyJudge.AllowsAsync(
            S3Access.Statements([bucket], new DeployerSettings { ResourcePrefixes = ["unet-"] }, PolicyJudge.Account),
            "s3:PutObject",
            $"arn:aws:s3:::data/{key}")).Should().Be(allowed);
    }

    [Fact]
    public void Arns_AreOfThePartition() =>
        S3Access.Statements(
            [new BucketAccess { Name = "data", Access = [S3AccessLevel.Read], LookUp = true }],
            new DeployerSettings(),
            new AwsAccount("aws-cn", "cn-north-1", "123456789012"))
            .SelectMany(statement => statement.Resources).Should().OnlyContain(arn => arn.StartsWith("arn:aws-cn:s3:::data"));

    private static IEnumerable<Statement> LookedUp => S3Access.Statements(
        [new BucketAccess { Name = "data", Prefix = "train/", LookUp = true, Access = [S3AccessLevel.Read] }],
        new DeployerSettings(),
        PolicyJudge.Account);

    private static IEnumerable<Statement> Statements(string level, string prefix = "train/") =>
        S3Access.Statements(
            [new BucketAccess { Name = "data", Prefix = prefix, Access = [Vocabulary.Meaning<S3AccessLevel>(level)!.Value] }],
            new DeployerSettings(),
            PolicyJudge.Account);
}
