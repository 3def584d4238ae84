using Pulumi;
using Pulumi.Utilities;

namespace SageMakerIam.Tests.Components;

public class DeployerUserTests
{
    private const string Configuration = """
        {
          "executionRoles": { "unet": { "roleName": "UNet" }, "other": { "roleName": "Other" } },
          "deployers": { "dev": { "userName": "developer", "executionRoles": ["unet"], "activities": ["manageJobs"], "resourcePrefix": "unet-" } }
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
            AWS_ACCESS_KEY=AKIATHEKEY
            AWS_SECRET_KEY=the-secret
            AWS_REGION=us-east-1
            AWS_ARN_ROLE=arn:aws:iam::123456789012:role/UNet

            """.ReplaceLineEndings("\n"));
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
        var policies = string.Concat(stack.Registered.Where(resource => resource.Name!.StartsWith("dev-policy", StringComparison.Ordinal)).SelectMany(resource => resource.Inputs.Values));
        policies.Should().Contain("role/UNet").And.NotContain("role/Other");
    }

    [Fact]
    public async Task NumberOfPolicies_IsTheSameInAPreview()
    {
        var preview = await StackUnderMocks.DeployAsync(Configuration, isPreview: true);
        var update = await StackUnderMocks.DeployAsync(Configuration);
        preview.Registered.Select(resource => resource.Name).Should().BeEquivalentTo(update.Registered.Select(resource => resource.Name));
    }
}
