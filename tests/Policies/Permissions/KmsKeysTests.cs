using SageMakerIam.Policies.Permissions;

namespace SageMakerIam.Tests.Policies.Permissions;

public class KmsKeysTests
{
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/7c2f1a52-0f1e-4d4a-9a55-3f6a1c0b8e21";
    private const string OtherKey = "arn:aws:kms:us-east-1:123456789012:key/00000000-0f1e-4d4a-9a55-3f6a1c0b8e21";

    [Theory]
    [InlineData("kms:Decrypt")]
    [InlineData("kms:DescribeKey")]
    [InlineData("kms:Encrypt")]
    [InlineData("kms:GenerateDataKey")]
    public async Task Key_IsUsed(string action) =>
        (await PolicyJudge.AllowsAsync(KmsKeys.Statements([Key]), action, Key)).Should().BeTrue();

    [Theory]
    [InlineData("kms:Decrypt", OtherKey)]
    [InlineData("kms:ScheduleKeyDeletion", Key)]
    [InlineData("kms:PutKeyPolicy", Key)]
    public async Task Key_IsNotChanged_AndNoOtherIsUsed(string action, string key) =>
        (await PolicyJudge.AllowsAsync(KmsKeys.Statements([Key]), action, key)).Should().BeFalse();

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Grants_AreMadeToAwsServicesAlone(string isForAwsResource, bool allowed) =>
        (await PolicyJudge.AllowsAsync(KmsKeys.Statements([Key]), "kms:CreateGrant", Key, ("kms:GrantIsForAWSResource", isForAwsResource)))
            .Should().Be(allowed);

    [Fact]
    public async Task Grants_AreNotMadeWhereItIsNotSaidForWhom() =>
        (await PolicyJudge.AllowsAsync(KmsKeys.Statements([Key]), "kms:CreateGrant", Key)).Should().BeFalse();

    [Theory]
    [InlineData("kms:Decrypt", "s3", true)]
    [InlineData("kms:GenerateDataKey", "s3", true)]
    [InlineData("kms:GenerateDataKey", "sagemaker", false)]
    [InlineData("kms:Encrypt", "s3", false)]
    [InlineData("kms:CreateGrant", "sagemaker", true)]
    [InlineData("kms:CreateGrant", "s3", false)]
    public async Task Caller_UsesTheKeyByOneServiceAlone(string action, string service, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            KmsKeys.OfCaller([Key], PolicyJudge.Account), action, Key,
            [("kms:ViaService", $"{service}.us-east-1.amazonaws.com"), .. ToAnAwsResource(action)])).Should().Be(allowed);

    [Theory]
    [InlineData("kms:Decrypt", Key)]
    [InlineData("kms:GenerateDataKey", Key)]
    [InlineData("kms:CreateGrant", Key)]
    [InlineData("kms:DescribeKey", OtherKey)]
    public async Task Caller_UsesNoKeyItself_AndNoOther(string action, string key) =>
        (await PolicyJudge.AllowsAsync(KmsKeys.OfCaller([Key], PolicyJudge.Account), action, key, ToAnAwsResource(action)))
            .Should().BeFalse();

    // The key is known to the making of grants alone.
    private static (string Key, string Value)[] ToAnAwsResource(string action) =>
        action == "kms:CreateGrant" ? [("kms:GrantIsForAWSResource", "true")] : [];
}
