using Pulumi;
using Pulumi.Utilities;

namespace SageMakerIam.Tests.Components;

public class DeployerUserTests
{
    private const string Configuration = """
        {
          "executionRoles": { "unet": { "roleName": "UNet" }, "other": { "roleName": "Other" } },
          "deployers": {
            "dev": { "userName": "developer", "executionRoles": ["unet"], "activities": ["manageJobs"], "resourcePrefixes": ["unet-"] }
          }
        }
        """;

    [Fact]
    public async Task AccessKeyId_LeavesTheComponentOnlyAsASecret()
    {
        var stack = await StackUnderMocks.DeployAsync(Configuration);
        (await Output.IsSecretAsync(stack.Output("deployerAccessKeyIds", "dev"))).Should().BeTrue();
    }

    [Fact]
    public async Task SecretAccessKey_LeavesTheComponentOnlyAsASecret()
    {
        var stack = await StackUnderMocks.DeployAsync(Configuration);
        (await Output.IsSecretAsync(stack.Output("deployerSecretAccessKeys", "dev"))).Should().BeTrue();
    }

    [Fact]
    public async Task Dotenv_IsSecret()
    {
        var stack = await StackUnderMocks.DeployAsync(Configuration);
        (await Output.IsSecretAsync(stack.Output("dotenv", "dev"))).Should().BeTrue();
    }

    [Fact]
    public async Task Dotenv_HoldsWhatTheHandbooksSettingsRead()
    {
        var stack = await StackUnderMocks.DeployAsync(Configuration);
        (await OutputUtilities.GetValueAsync(stack.Output("dotenv", "dev"))).Should().Be(
            """
            AWS_ACCESS_KEY_ID=AKIADEV-ACCESS-KEY-1
            AWS_SECRET_ACCESS_KEY=the-secret
            AWS_DEFAULT_REGION=us-east-1
            AWS_ACCESS_KEY=AKIADEV-ACCESS-KEY-1
            AWS_SECRET_KEY=the-secret
            AWS_REGION=us-east-1
            AWS_ARN_ROLE=arn:aws:iam::123456789012:role/UNet
            SAGEMAKER_ROLE=arn:aws:iam::123456789012:role/UNet

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Dotenv_IsLeftOutWhereItIsNotWanted()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "deployers": { "dev": { "dotenv": false } } }""");
        ((IDictionary<string, Output<string>>)stack.Outputs["dotenv"]!).Should().BeEmpty();
    }

    [Fact]
    public async Task Keys_AreNamedByTheirGenerations()
    {
        var stack = await StackUnderMocks.DeployAsync(
            """{ "deployers": { "dev": { "accessKey": { "generation": 3, "previous": "active" } } } }""");
        stack.Registered.Where(resource => resource.Type == "aws:iam/accessKey:AccessKey").Select(resource => resource.Name)
            .Should().BeEquivalentTo("dev-access-key-2", "dev-access-key-3");
    }

    [Theory]
    [InlineData("active", "Active")]
    [InlineData("inactive", "Inactive")]
    public async Task PreviousKey_HasTheStatusOfTheSettings(string previous, string status)
    {
        var stack = await StackUnderMocks.DeployAsync(
            $$"""{ "deployers": { "dev": { "accessKey": { "generation": 2, "previous": "{{previous}}" } } } }""");
        stack.Inputs("aws:iam/accessKey:AccessKey", "dev-access-key-1")["status"].Should().Be(status);
        stack.Inputs("aws:iam/accessKey:AccessKey", "dev-access-key-2")["status"].Should().Be("Active");
    }

    [Fact]
    public async Task PreviousKey_LeavesTheComponentOnlyAsASecret()
    {
        var stack = await StackUnderMocks.DeployAsync(
            """{ "deployers": { "dev": { "accessKey": { "generation": 2, "previous": "active" } } } }""");
        (await Output.IsSecretAsync(stack.Output("deployerPreviousAccessKeyIds", "dev"))).Should().BeTrue();
        (await Output.IsSecretAsync(stack.Output("deployerPreviousSecretAccessKeys", "dev"))).Should().BeTrue();
    }

    [Fact]
    public async Task PreviousKey_ThatIsGone_IsNoOutput()
    {
        var stack = await StackUnderMocks.DeployAsync(Configuration);
        ((IDictionary<string, Output<string>>)stack.Outputs["deployerPreviousAccessKeyIds"]!).Should().BeEmpty();
    }

    [Fact]
    public async Task AwsProfile_IsSecretWhole()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "deployers": { "dev": { "awsProfile": "unet" } } }""");
        var files = Profile(stack);
        (await Output.IsSecretAsync(files["credentials"])).Should().BeTrue();
        (await Output.IsSecretAsync(files["config"])).Should().BeTrue();
    }

    [Fact]
    public async Task AwsProfile_HoldsTheCurrentKey()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "deployers": { "dev": { "awsProfile": "unet" } } }""");
        (await OutputUtilities.GetValueAsync(Profile(stack)["credentials"]))
            .Should().Be("[unet]\naws_access_key_id = AKIADEV-ACCESS-KEY-1\naws_secret_access_key = the-secret\n");
    }

    [Fact]
    public async Task AwsProfile_NamedDefault_IsHeadedAsTheCliHasIt()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "deployers": { "dev": { "awsProfile": "default" } } }""");
        (await OutputUtilities.GetValueAsync(Profile(stack)["config"])).Should().StartWith("[default]\nregion = us-east-1\n");
    }

    [Fact]
    public async Task Secret_HoldsTheCurrentKey()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "deployers": { "dev": { "secretsManager": {} } } }""");
        stack.Inputs("aws:secretsmanager/secretVersion:SecretVersion", "dev-secret-version")["secretString"].Should().Be(
            """{"AWS_ACCESS_KEY_ID":"AKIADEV-ACCESS-KEY-1","AWS_SECRET_ACCESS_KEY":"the-secret","AWS_REGION":"us-east-1"}""");
    }

    [Fact]
    public async Task Secret_WithoutReaders_HasNoResourcePolicy()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "deployers": { "dev": { "secretsManager": {} } } }""");
        stack.Registered.Select(resource => resource.Type).Should().NotContain("aws:secretsmanager/secretPolicy:SecretPolicy");
    }

    [Fact]
    public async Task Secret_WithReaders_LetsThemReadItAndDeniesNobody()
    {
        var stack = await StackUnderMocks.DeployAsync(
            """{ "deployers": { "dev": { "secretsManager": { "readers": ["arn:aws:iam::123456789012:role/ci"] } } } }""");
        stack.Inputs("aws:secretsmanager/secretPolicy:SecretPolicy", "dev-secret-policy")["policy"].As<string>()
            .Should().Contain("""
            "Principal":{"AWS":"arn:aws:iam::123456789012:role/ci"}
            """.Trim()).And.NotContain("Deny");
    }

    [Fact]
    public async Task Arn_IsNoSecret()
    {
        var stack = await StackUnderMocks.DeployAsync(Configuration);
        (await Output.IsSecretAsync(stack.Output("deployerArns", "dev"))).Should().BeFalse();
    }

    [Fact]
    public async Task Deployer_IsGivenTheRolesThatItLaunches_AndNoOther()
    {
        var stack = await StackUnderMocks.DeployAsync(Configuration);
        var policies = string.Concat(stack.Registered.Where(resource => resource.Name!.StartsWith("dev-policy", StringComparison.Ordinal))
            .SelectMany(resource => resource.Inputs.Values));
        policies.Should().Contain("role/UNet").And.NotContain("role/Other");
    }

    [Fact]
    public async Task NumberOfPolicies_IsTheSameInAPreview()
    {
        var preview = await StackUnderMocks.DeployAsync(Configuration, isPreview: true);
        var update = await StackUnderMocks.DeployAsync(Configuration);
        preview.Registered.Select(resource => resource.Name).Should().BeEquivalentTo(update.Registered.Select(resource => resource.Name));
    }

    private static IDictionary<string, Output<string>> Profile(StackUnderMocks stack) =>
        ((IDictionary<string, IDictionary<string, Output<string>>>)stack.Outputs["awsProfiles"]!)["dev"];
}
