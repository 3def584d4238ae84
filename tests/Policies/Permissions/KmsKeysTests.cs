using SageMakerIam.Policies.Permissions;

namespace SageMakerIam.Tests.Policies.Permissions;

public class KmsKeysTests
{
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/7c2f1a52-0f1e-4d4a-9a55-3f6a1c0b8e21";
    private const string OtherKey = "arn:aws:kms:us-east-1:123456789012:key/00000000-0f1e-4d4a-9a55-3f6a1c0b8e21";

    [Theory]
    [InlineData("kms:Decrypt")]
    [InlineData("kms:DescribeKey")]
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
}
