using Moq;
using Pulumi;
using Pulumi.Testing;
using SageMakerIam.Components;
using SageMakerIam.Policies;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Components;

public class PassRoleGrantTests
{
    [Fact]
    public async Task Grant_ToARole_IsAPolicyOfThatRole()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo("role/service/databricks"));
        stack.Inputs("aws:iam/rolePolicy:RolePolicy", "workspace-policy")["role"].Should().Be("databricks");
    }

    [Fact]
    public async Task Grant_ToAUser_IsAPolicyOfThatUser()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo("user/jane"));
        stack.Inputs("aws:iam/userPolicy:UserPolicy", "workspace-policy")["user"].Should().Be("jane");
    }

    [Fact]
    public async Task Grant_ToAPrincipalOfAnotherAccount_IsRefused()
    {
        var args = new PassRoleGrantArgs
        {
            Settings = new PassRoleGrantSettings { ExecutionRoles = ["a"], Principal = Arn.Parse("arn:aws:iam::222222222222:role/r")! },
            ExecutionRoleArns = "arn:aws:iam::123456789012:role/a",
            Account = StackUnderMocks.Account,
        };
        var deploy = () => Deployment.TestAsync(Mock.Of<IMocks>(), new TestOptions(), () => { _ = new PassRoleGrant("g", args); });
        await deploy.Should().ThrowAsync<Exception>().WithMessage("*PassRole does not cross accounts: arn:aws:iam::222222222222:role/r is not in 123456789012*");
    }

    private static string GrantTo(string principal) => $$"""
        {
          "executionRoles": { "unet": {} },
          "passRoleGrants": { "workspace": { "executionRoles": ["unet"], "principal": "arn:aws:iam::123456789012:{{principal}}" } }
        }
        """;
}
