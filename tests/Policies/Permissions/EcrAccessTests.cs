using SageMakerIam.Iam;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Permissions;

public class EcrAccessTests
{
    private const string Repository = "arn:aws:ecr:us-east-1:123456789012:repository/unet";

    private static readonly RepositoryAccess Pull = new() { Pull = ["unet"] };
    private static readonly RepositoryAccess Push = new() { Push = ["unet"] };
    private static readonly RepositoryAccess Describe = new() { Describe = ["unet"] };
    private static readonly RepositoryAccess Manage = new() { Manage = ["unet"] };

    [Theory]
    [InlineData("us-east-1", "sagemaker-scikit-learn", "683313688378")]
    [InlineData("us-east-1", "pytorch-training", "763104351884")]
    [InlineData("eu-south-1", "pytorch-training", "692866216735")]
    [InlineData("cn-north-1", "pytorch-training", "727897471807")]
    public void ImageOfAws_IsPulledFromTheAccountThatHostsItInTheRegion(string region, string image, string account)
    {
        var place = AwsAccount.In(region) with { AccountId = "123456789012" };
        var statements = EcrAccess.Statements(new RepositoryAccess { AwsImages = [image] }, place).ToList();

        statements.Single(statement => statement.Sid == "EcrPull").Resources
            .Should().Equal($"arn:{place.Partition}:ecr:{region}:{account}:repository/{image}");
        statements.Should().Contain(statement => statement.Sid == "EcrLogin");
    }

    [Theory]
    [InlineData("ecr:BatchCheckLayerAvailability")]
    [InlineData("ecr:BatchGetImage")]
    [InlineData("ecr:GetDownloadUrlForLayer")]
    public Task Pull_AllowsPullingAnImage(string action) => Allows(Pull, action, Repository);

    [Theory]
    [InlineData("ecr:PutImage", Repository)]
    [InlineData("ecr:BatchGetImage", "arn:aws:ecr:us-east-1:123456789012:repository/unet2")]
    [InlineData("ecr:BatchGetImage", "arn:aws:ecr:eu-west-1:123456789012:repository/unet")]
    [InlineData("ecr:BatchGetImage", "arn:aws:ecr:us-east-1:222222222222:repository/unet")]
    [InlineData("ecr:DescribeRepositories", Repository)]
    public Task Pull_DeniesAllElse(string action, string resource) => Denies(Pull, action, resource);

    [Theory]
    [InlineData("ecr:BatchCheckLayerAvailability")]
    [InlineData("ecr:BatchGetImage")]
    [InlineData("ecr:CompleteLayerUpload")]
    [InlineData("ecr:InitiateLayerUpload")]
    [InlineData("ecr:PutImage")]
    [InlineData("ecr:UploadLayerPart")]
    public Task Push_AllowsPushingAnImage(string action) => Allows(Push, action, Repository);

    [Theory]
    [InlineData("ecr:PutImage", "arn:aws:ecr:us-east-1:123456789012:repository/other")]
    [InlineData("ecr:BatchDeleteImage", Repository)]
    [InlineData("ecr:DeleteRepository", Repository)]
    [InlineData("ecr:SetRepositoryPolicy", Repository)]
    public Task Push_DeniesAllElse(string action, string resource) => Denies(Push, action, resource);

    [Theory]
    [InlineData("ecr:DescribeImages")]
    [InlineData("ecr:DescribeRepositories")]
    public Task Describe_AllowsLooking(string action) => Allows(Describe, action, Repository);

    [Theory]
    [InlineData("ecr:BatchGetImage")]
    [InlineData("ecr:GetRepositoryPolicy")]
    public Task Describe_DeniesAllElse(string action) => Denies(Describe, action, Repository);

    [Theory]
    [InlineData("ecr:BatchDeleteImage")]
    [InlineData("ecr:CreateRepository")]
    [InlineData("ecr:DeleteRepository")]
    public Task Manage_AllowsTheRepositoryItself(string action) => Allows(Manage, action, Repository);

    [Theory]
    [InlineData("ecr:CreateRepository", "arn:aws:ecr:us-east-1:123456789012:repository/other")]
    [InlineData("ecr:SetRepositoryPolicy", Repository)]
    [InlineData("ecr:PutImage", Repository)]
    public Task Manage_DeniesAllElse(string action, string resource) => Denies(Manage, action, resource);

    [Fact]
    public async Task PullAndPush_LogIn()
    {
        await Allows(Pull, "ecr:GetAuthorizationToken", "*");
        await Allows(Push, "ecr:GetAuthorizationToken", "*");
    }

    [Fact]
    public Task Describe_NeedsNoLogin() => Denies(Describe, "ecr:GetAuthorizationToken", "*");

    [Fact]
    public Task Repository_OfAnotherAccountIsNamedByItsArn() => Allows(
        new RepositoryAccess { Pull = ["arn:aws:ecr:us-east-1:763104351884:repository/pytorch-training"] },
        "ecr:BatchGetImage",
        "arn:aws:ecr:us-east-1:763104351884:repository/pytorch-training");

    private static async Task Allows(RepositoryAccess access, string action, string resource) =>
        (await PolicyJudge.AllowsAsync(EcrAccess.Statements(access, PolicyJudge.Account), action, resource)).Should().BeTrue();

    private static async Task Denies(RepositoryAccess access, string action, string resource) =>
        (await PolicyJudge.AllowsAsync(EcrAccess.Statements(access, PolicyJudge.Account), action, resource)).Should().BeFalse();
}
