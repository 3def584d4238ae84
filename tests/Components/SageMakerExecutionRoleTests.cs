using Pulumi.Utilities;

namespace SageMakerIam.Tests.Components;

public class SageMakerExecutionRoleTests
{
    [Fact]
    public async Task Role_HasTheNameOfTheSettings()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "executionRoles": { "unet": { "roleName": "UNet" } } }""");
        stack.Inputs("aws:iam/role:Role", "unet-role")["name"].Should().Be("UNet");
    }

    [Fact]
    public async Task Role_WithoutAName_IsLeftToPulumiToName()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "executionRoles": { "unet": {} } }""");
        stack.Inputs("aws:iam/role:Role", "unet-role").Should().NotContainKey("name");
    }

    [Fact]
    public async Task Children_AreNamedFromTheComponent()
    {
        var stack = await StackUnderMocks.DeployAsync(
            """
            { "executionRoles": { "unet": {
                "trustedServices": ["sagemaker.amazonaws.com", "ec2.amazonaws.com"],
                "instanceProfile": true,
                "managedPolicies": ["AmazonSageMakerReadOnly"] } } }
            """);
        stack.Registered.Where(resource => resource.Type!.StartsWith("aws:", StringComparison.Ordinal)).Select(resource => resource.Name)
            .Should().BeEquivalentTo(
                "unet-role", "unet-policy", "unet-managed-policy-1", "unet-policies", "unet-policy-attachments", "unet-instance-profile");
    }

    [Fact]
    public async Task Policies_ThatDoNotFitInline_BecomeManagedPolicies()
    {
        var buckets = string.Join(
            ",", Enumerable.Range(0, 120).Select(i => $$"""{ "name": "a-bucket-with-a-rather-long-name-{{i:D4}}", "access": ["read"] }"""));
        var stack = await StackUnderMocks.DeployAsync($$"""{ "executionRoles": { "unet": { "buckets": [{{buckets}}] } } }""");
        stack.Registered.Select(resource => resource.Type).Should()
            .Contain(["aws:iam/policy:Policy", "aws:iam/rolePolicyAttachment:RolePolicyAttachment"]);
    }

    [Fact]
    public async Task ManagedPolicy_NamedInTheSettings_IsAttachedByItsArn()
    {
        var stack = await StackUnderMocks.DeployAsync(
            """{ "executionRoles": { "unet": { "managedPolicies": ["AmazonSageMakerReadOnly"] } } }""");
        stack.Inputs("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "unet-managed-policy-1")["policyArn"]
            .Should().Be("arn:aws:iam::aws:policy/AmazonSageMakerReadOnly");
    }

    [Fact]
    public async Task PermissionsBoundary_IsSetOnTheRole()
    {
        var stack = await StackUnderMocks.DeployAsync(
            """{ "executionRoles": { "unet": { "permissionsBoundary": "arn:aws:iam::123456789012:policy/b" } } }""");
        stack.Inputs("aws:iam/role:Role", "unet-role")["permissionsBoundary"].Should().Be("arn:aws:iam::123456789012:policy/b");
    }

    [Fact]
    public async Task InstanceProfile_IsNamedLikeTheRole_AsTheConsoleNamesIt()
    {
        var stack = await StackUnderMocks.DeployAsync(
            """
            { "executionRoles": { "mlflow": {
                "roleName": "mlflow-role", "trustedServices": ["ec2.amazonaws.com"], "instanceProfile": true } } }
            """);
        (await OutputUtilities.GetValueAsync(stack.Output("instanceProfileArns", "mlflow")))
            .Should().Be("arn:aws:iam::123456789012:instance-profile/mlflow-role");
    }

    [Fact]
    public async Task Policy_IsKnownInAPreview_WhenNoStatementNamesTheRole()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "executionRoles": { "unet": {} } }""", isPreview: true);
        stack.Inputs("aws:iam/rolePolicy:RolePolicy", "unet-policy").Should().ContainKey("policy");
    }
}
