using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Utilities;

namespace SageMakerIam.Tests.Components;

public class PassRoleGrantTests
{
    private const string ThisAccount = "123456789012";
    private const string AnotherAccount = "222222222222";
    private const string Activities = """, "activities": ["manageJobs"], "resourcePrefixes": ["unet-"] """;
    private const string Accounts = """ "222222222222": { "assumeRole": "arn:aws:iam::222222222222:role/pulumi" } """;

    private const string RightToAssumeTheRole =
        """{"Version":"2012-10-17","Statement":"""
            + """[{"Sid":"AssumePassRoleGrant","Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::123456789012:"""
            + """role/workspace-role-1a2b3c4"}]}""";

    [Fact]
    public async Task Grant_ToARole_IsAPolicyOfThatRole()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(ThisAccount, "role/service/databricks"));
        stack.Inputs("aws:iam/rolePolicy:RolePolicy", "workspace-policy")["role"].Should().Be("databricks");
    }

    [Fact]
    public async Task Grant_ToAUser_IsAPolicyOfThatUser()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(ThisAccount, "user/jane"));
        stack.Inputs("aws:iam/userPolicy:UserPolicy", "workspace-policy")["user"].Should().Be("jane");
    }

    [Fact]
    public async Task Grant_ToAPrincipalOfThisAccount_NeedsNoRole()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(ThisAccount, "role/databricks"));
        ((IDictionary<string, Output<string>>)stack.Outputs["passRoleGrantRoleArns"]!).Should().BeEmpty();
    }

    [Fact]
    public async Task Grant_ToAnotherAccount_IsAPolicyOfARoleOfThisOne()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(AnotherAccount, "role/databricks", Activities));
        var policy = stack.Inputs("aws:iam/rolePolicy:RolePolicy", "workspace-policy");
        policy["role"].Should().Be("workspace-role-1a2b3c4");
        policy["policy"].Should().BeOfType<string>().Which.Should().Contain("iam:PassRole").And.Contain("sagemaker:CreateTrainingJob");
    }

    [Fact]
    public async Task TrustPolicy_DemandsTheExternalIdThatIsAnOutput()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(AnotherAccount, "role/databricks", Activities));
        var statement = TrustStatement(stack);
        ((string)statement["Principal"]!["AWS"]!).Should().Be("arn:aws:iam::222222222222:role/databricks");
        ((string)statement["Condition"]!["StringEquals"]!["sts:ExternalId"]!)
            .Should().Be(await OutputUtilities.GetValueAsync(stack.Output("passRoleGrantExternalIds", "workspace")));
    }

    [Fact]
    public async Task ExternalId_IsRandomLettersAndDigits()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(AnotherAccount, "role/databricks", Activities));
        var password = stack.Inputs("random:index/randomPassword:RandomPassword", "workspace-external-id");
        password["length"].Should().Be(32.0);
        password["special"].Should().Be(false);
    }

    [Fact]
    public async Task ExternalId_LeavesTheComponentOnlyAsASecret()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(AnotherAccount, "role/databricks", Activities));
        (await Output.IsSecretAsync(stack.Output("passRoleGrantExternalIds", "workspace"))).Should().BeTrue();
    }

    [Fact]
    public async Task ExternalId_OfTheOtherParty_IsTakenInPlaceOfARandomOne()
    {
        var stack = await StackUnderMocks.DeployAsync(
            GrantTo(AnotherAccount, "role/databricks", Activities + """, "externalId": "vendor-gave-us-this-1" """));
        ((string)TrustStatement(stack)["Condition"]!["StringEquals"]!["sts:ExternalId"]!).Should().Be("vendor-gave-us-this-1");
        stack.Registered.Should().NotContain(resource => resource.Type == "random:index/randomPassword:RandomPassword");
    }

    [Fact]
    public async Task ExternalId_OfTheOtherParty_IsASecretToo()
    {
        var stack = await StackUnderMocks.DeployAsync(
            GrantTo(AnotherAccount, "role/databricks", Activities + """, "externalId": "vendor-gave-us-this-1" """));
        (await Output.IsSecretAsync(stack.Output("passRoleGrantExternalIds", "workspace"))).Should().BeTrue();
    }

    [Fact]
    public async Task RoleArn_IsNoSecret()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(AnotherAccount, "role/databricks", Activities));
        (await Output.IsSecretAsync(stack.Output("passRoleGrantRoleArns", "workspace"))).Should().BeFalse();
    }

    [Fact]
    public async Task Role_HasTheDurationPrefixAndBoundaryOfTheSettings()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(
            AnotherAccount,
            "user/jane",
            Activities
                + """, "sessionDuration": 7200, "roleNamePrefix": "ci-", "permissionsBoundary": "arn:aws:iam::123456789012:policy/b" """));
        var role = stack.Inputs("aws:iam/role:Role", "workspace-role");
        role["maxSessionDuration"].Should().Be(7_200.0);
        role["namePrefix"].Should().Be("ci-");
        role["permissionsBoundary"].Should().Be("arn:aws:iam::123456789012:policy/b");
    }

    [Fact]
    public async Task PrincipalOfAnAccountThatPulumiWorksIn_IsGivenTheRightToAssumeTheRole()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(AnotherAccount, "role/service/databricks", Activities, Accounts));
        var policy = stack.Registered.Single(resource => resource.Name == "workspace-principal-policy");
        policy.Inputs["role"].Should().Be("databricks");
        policy.Inputs["policy"].Should().Be(
            RightToAssumeTheRole);
        policy.Provider.Should().Contain("pulumi:providers:aws::account-222222222222");
    }

    [Fact]
    public async Task UserOfAnAccountThatPulumiWorksIn_IsGivenTheRightToAssumeTheRole()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(AnotherAccount, "user/jane", Activities, Accounts));
        stack.Inputs("aws:iam/userPolicy:UserPolicy", "workspace-principal-policy")["user"].Should().Be("jane");
    }

    [Fact]
    public async Task PoliciesOfThisAccount_AreNotMadeInTheOther()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(AnotherAccount, "role/databricks", Activities, Accounts));
        stack.Registered.Where(resource => resource.Provider!.Contains("account-222222222222", StringComparison.Ordinal))
            .Select(resource => resource.Name)
            .Should().Equal("workspace-principal-policy");
    }

    [Fact]
    public async Task Provider_AssumesTheRoleOfTheAccount_AndWorksInNoOther()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(AnotherAccount, "role/databricks", Activities, Accounts));
        var provider = stack.Inputs("pulumi:providers:aws", "account-222222222222");
        ((string?)JsonNode.Parse((string)provider["assumeRoles"])![0]!["roleArn"]).Should().Be("arn:aws:iam::222222222222:role/pulumi");
        ((string?)JsonNode.Parse((string)provider["allowedAccountIds"])!.AsArray().Single()).Should().Be("222222222222");
        provider["region"].Should().Be("us-east-1");
    }

    [Fact]
    public async Task PrincipalOfAnAccountThatPulumiDoesNotWorkIn_IsToldThePolicyThatItNeeds()
    {
        var stack = await StackUnderMocks.DeployAsync(GrantTo(AnotherAccount, "role/databricks", Activities));
        (await OutputUtilities.GetValueAsync(stack.Output("passRoleGrantPrincipalPolicies", "workspace"))).Should().Be(
            RightToAssumeTheRole);
    }

    private static JsonNode TrustStatement(StackUnderMocks stack) =>
        JsonNode.Parse((string)stack.Inputs("aws:iam/role:Role", "workspace-role")["assumeRolePolicy"])!["Statement"]!.AsArray().Single()!;

    private static string GrantTo(string account, string principal, string more = "", string accounts = "") => $$"""
        {
          "executionRoles": { "unet": {} },
          "passRoleGrants": { "workspace": { "executionRoles": ["unet"], "principal": "arn:aws:iam::{{account}}:{{principal}}"{{more}} } },
          "accounts": { {{accounts}} }
        }
        """;
}
