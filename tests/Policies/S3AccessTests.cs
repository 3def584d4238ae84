using SageMakerIam.Iam;
using SageMakerIam.Policies;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies;

public class S3AccessTests
{
    [Theory]
    [InlineData(S3AccessLevel.Read, "s3:GetObject")]
    [InlineData(S3AccessLevel.Write, "s3:PutObject")]
    [InlineData(S3AccessLevel.Write, "s3:AbortMultipartUpload")]
    [InlineData(S3AccessLevel.Delete, "s3:DeleteObject")]
    [InlineData(S3AccessLevel.Tagging, "s3:PutObjectTagging")]
    [InlineData(S3AccessLevel.PermissionsManagement, "s3:PutObjectAcl")]
    public async Task AccessLevel_AllowsItsActionUnderThePrefix(S3AccessLevel level, string action) =>
        (await PolicyJudge.AllowsAsync(Statements(level), action, "arn:aws:s3:::data/train/1.png")).Should().BeTrue();

    [Theory]
    [InlineData(S3AccessLevel.Read, "s3:GetObject")]
    [InlineData(S3AccessLevel.Write, "s3:PutObject")]
    [InlineData(S3AccessLevel.Write, "s3:AbortMultipartUpload")]
    [InlineData(S3AccessLevel.Delete, "s3:DeleteObject")]
    [InlineData(S3AccessLevel.Tagging, "s3:PutObjectTagging")]
    [InlineData(S3AccessLevel.PermissionsManagement, "s3:PutObjectAcl")]
    public async Task AccessLevel_DeniesItsActionBesideThePrefix(S3AccessLevel level, string action) =>
        (await PolicyJudge.AllowsAsync(Statements(level), action, "arn:aws:s3:::data/payroll/1.csv")).Should().BeFalse();

    [Theory]
    [InlineData(S3AccessLevel.Read)]
    [InlineData(S3AccessLevel.Write)]
    [InlineData(S3AccessLevel.Delete)]
    public async Task AccessLevel_DeniesTheSameObjectOfAnotherBucket(S3AccessLevel level) =>
        (await PolicyJudge.AllowsAsync(Statements(level), "s3:GetObject", "arn:aws:s3:::data2/train/1.png")).Should().BeFalse();

    [Theory]
    [InlineData(S3AccessLevel.Read, "s3:PutObject")]
    [InlineData(S3AccessLevel.Write, "s3:GetObject")]
    [InlineData(S3AccessLevel.Write, "s3:DeleteObject")]
    [InlineData(S3AccessLevel.Write, "s3:PutObjectAcl")]
    [InlineData(S3AccessLevel.Delete, "s3:PutObject")]
    [InlineData(S3AccessLevel.Read, "s3:GetObjectVersion")]
    public async Task AccessLevel_DeniesWhatBelongsToAnother(S3AccessLevel level, string action) =>
        (await PolicyJudge.AllowsAsync(Statements(level), action, "arn:aws:s3:::data/train/1.png")).Should().BeFalse();

    [Theory]
    [InlineData("train/")]
    [InlineData("train/2026/")]
    public async Task Read_ListsUnderThePrefix(string prefix) =>
        (await PolicyJudge.AllowsAsync(Statements(S3AccessLevel.Read), "s3:ListBucket", "arn:aws:s3:::data", ("s3:prefix", prefix))).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("payroll/")]
    [InlineData("train")]
    public async Task Read_DoesNotListBesideThePrefix(string prefix) =>
        (await PolicyJudge.AllowsAsync(Statements(S3AccessLevel.Read), "s3:ListBucket", "arn:aws:s3:::data", ("s3:prefix", prefix))).Should().BeFalse();

    [Fact]
    public async Task Read_DoesNotListTheWholeBucketWithoutNamingAPrefix() =>
        (await PolicyJudge.AllowsAsync(Statements(S3AccessLevel.Read), "s3:ListBucket", "arn:aws:s3:::data")).Should().BeFalse();

    [Fact]
    public async Task Read_OfAWholeBucketListsIt() =>
        (await PolicyJudge.AllowsAsync(Statements(S3AccessLevel.Read, prefix: ""), "s3:ListBucket", "arn:aws:s3:::data")).Should().BeTrue();

    [Theory]
    [InlineData("s3:CreateBucket")]
    [InlineData("s3:DeleteBucket")]
    public async Task ManageBucket_AllowsTheBucketItself(string action) =>
        (await PolicyJudge.AllowsAsync(Statements(S3AccessLevel.ManageBucket), action, "arn:aws:s3:::data")).Should().BeTrue();

    [Theory]
    [InlineData("s3:CreateBucket", "arn:aws:s3:::data2")]
    [InlineData("s3:DeleteBucketPolicy", "arn:aws:s3:::data")]
    [InlineData("s3:PutBucketPublicAccessBlock", "arn:aws:s3:::data")]
    [InlineData("s3:DeleteObject", "arn:aws:s3:::data/train/1.png")]
    public async Task ManageBucket_AllowsNothingElse(string action, string resource) =>
        (await PolicyJudge.AllowsAsync(Statements(S3AccessLevel.ManageBucket), action, resource)).Should().BeFalse();

    [Fact]
    public void Arns_AreOfThePartition() =>
        S3Access.Statements([new BucketAccess { Name = "data", Access = [S3AccessLevel.Read] }], new AwsAccount("aws-cn", "cn-north-1", "123456789012"))
            .SelectMany(statement => statement.Resources).Should().OnlyContain(arn => arn.StartsWith("arn:aws-cn:s3:::data"));

    private static IEnumerable<Statement> Statements(S3AccessLevel level, string prefix = "train/") =>
        S3Access.Statements([new BucketAccess { Name = "data", Prefix = prefix, Access = [level] }], PolicyJudge.Account);
}
