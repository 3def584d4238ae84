using SageMakerIam.Iam;
using SageMakerIam.Policies.Trust;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Trust;

public class TrustPolicyTests
{
    private static readonly PolicyDocument Both = TrustPolicy.Document(
        [TrustedService.SageMaker, TrustedService.Ec2], true, PolicyJudge.Account);

    [Theory]
    [InlineData("123456789012", true)]
    [InlineData("222222222222", false)]
    public async Task SageMaker_AssumesTheRoleForThisAccountAlone(string sourceAccount, bool allowed) =>
        (await PolicyJudge.AssumesAsync(Both, "sagemaker.amazonaws.com", ("aws:SourceAccount", sourceAccount))).Should().Be(allowed);

    [Fact]
    public async Task SageMaker_DoesNotAssumeTheRoleWithoutSayingForWhom() =>
        (await PolicyJudge.AssumesAsync(Both, "sagemaker.amazonaws.com")).Should().BeFalse();

    [Fact]
    public async Task Ec2_WhichDoesNotSayForWhomAssumesTheRole() =>
        (await PolicyJudge.AssumesAsync(Both, "ec2.amazonaws.com")).Should().BeTrue();

    [Fact]
    public async Task Service_ThatIsNotTrustedDoesNotAssumeTheRole() =>
        (await PolicyJudge.AssumesAsync(Both, "lambda.amazonaws.com", ("aws:SourceAccount", "123456789012"))).Should().BeFalse();

    [Fact]
    public async Task ConfusedDeputyProtection_SwitchedOffTrustsSageMakerForAnyAccount() =>
        (
            await PolicyJudge.AssumesAsync(
                TrustPolicy.Document([TrustedService.SageMaker], false, PolicyJudge.Account), "sagemaker.amazonaws.com")).Should().BeTrue();
}
