using SageMakerIam.Iam;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Activities;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies;

public class PassRoleGrantPolicyTests
{
    private const string Role = "arn:aws:iam::123456789012:role/unet";

    [Theory]
    [InlineData("sagemaker.amazonaws.com", true)]
    [InlineData("ec2.amazonaws.com", true)]
    [InlineData("lambda.amazonaws.com", false)]
    public async Task Role_IsPassedToTheServicesOfTheGrantAlone(string service, bool allowed)
    {
        var grant = Grant() with { Services = [TrustedService.SageMaker, TrustedService.Ec2] };
        (await AllowsAsync(grant, "iam:PassRole", Role, ("iam:PassedToService", service))).Should().Be(allowed);
    }

    [Theory]
    [InlineData("sagemaker:CreateTrainingJob", "arn:aws:sagemaker:us-east-1:123456789012:training-job/unet-1", true)]
    [InlineData("sagemaker:CreateTrainingJob", "arn:aws:sagemaker:us-east-1:123456789012:training-job/other-1", false)]
    [InlineData("sagemaker:CreateEndpoint", "arn:aws:sagemaker:us-east-1:123456789012:endpoint/unet-1", false)]
    [InlineData("s3:PutObject", "arn:aws:s3:::models/unet/1", true)]
    [InlineData("s3:PutObject", "arn:aws:s3:::models/other/1", false)]
    [InlineData("ecr:DescribeRepositories", "arn:aws:ecr:us-east-1:123456789012:repository/unet", true)]
    [InlineData("ecr:DescribeRepositories", "arn:aws:ecr:us-east-1:123456789012:repository/other", false)]
    public async Task Principal_DoesWhatTheGrantNames_AndNoMore(string action, string resource, bool allowed)
    {
        var grant = Grant() with
        {
            Activities = [new ManageJobs()],
            ResourcePrefixes = ["unet-"],
            Buckets = [new BucketAccess { Name = "models", Prefix = "unet/", Access = [S3AccessLevel.Write] }],
            Repositories = new RepositoryAccess { Describe = ["unet"] },
        };
        (await AllowsAsync(grant, action, resource)).Should().Be(allowed);
    }

    [Fact]
    public async Task Grant_ThatSaysNoMore_PassesTheRoleAndDoesNothingElse() =>
        (await AllowsAsync(Grant(), "sagemaker:CreateTrainingJob", "arn:aws:sagemaker:us-east-1:123456789012:training-job/unet-1"))
            .Should().BeFalse();

    private static PassRoleGrantSettings Grant() => new()
    {
        ExecutionRoles = ["unet"],
        Principal = Arn.Parse("arn:aws:iam::222222222222:role/ci")!,
    };

    private static Task<bool> AllowsAsync(
        PassRoleGrantSettings grant, string action, string resource, params (string Key, string Value)[] context) =>
        PolicyJudge.AllowsAsync(PassRoleGrantPolicy.Statements(grant, [Role], PolicyJudge.Account), action, resource, context);
}
