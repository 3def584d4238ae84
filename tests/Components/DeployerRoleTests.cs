using Pulumi;
using Pulumi.Utilities;

namespace SageMakerIam.Tests.Components;

public class DeployerRoleTests
{
    private const string OfBranch = """{ "gitHubActions": { "repository": "acme/churn", "branch": "main" } }""";

    private const string Configuration = $$"""
        {
          "executionRoles": { "unet": { "roleName": "UNet" } },
          "deployers": { "ci": { "roleName": "churn-ci", "executionRoles": ["unet"], "assumedBy": {{OfBranch}} } }
        }
        """;

    [Fact]
    public async Task KeylessDeployer_HasNoUserAndNoKey()
    {
        var stack = await StackUnderMocks.DeployAsync(Configuration);
        stack.Registered.Select(resource => resource.Type).Should().NotContain(["aws:iam/user:User", "aws:iam/accessKey:AccessKey"]);
    }

    [Fact]
    public async Task KeylessDeployer_HasNoSecretOutputs()
    {
        var stack = await StackUnderMocks.DeployAsync(Configuration);
        foreach (var output in new[] { "deployerAccessKeyIds", "deployerSecretAccessKeys", "dotenv" })
        {
            ((IDictionary<string, Output<string>>)stack.Outputs[output]!).Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(""", "sessionDuration": 14400""", 14400)]
    public async Task Role_IsHeldAsLongAsTheSettingsSay_AndAsIamHasItOtherwise(string setting, int? seconds)
    {
        var stack = await StackUnderMocks.DeployAsync($$"""{ "deployers": { "ci": { "assumedBy": {{OfBranch}}{{setting}} } } }""");
        stack.Inputs("aws:iam/role:Role", "ci-role").GetValueOrDefault("maxSessionDuration").Should().Be(seconds);
    }

    [Fact]
    public async Task DeployerArn_IsTheRoles()
    {
        var stack = await StackUnderMocks.DeployAsync(Configuration);
        (await OutputUtilities.GetValueAsync(stack.Output("deployerArns", "ci"))).Should().Be("arn:aws:iam::123456789012:role/churn-ci");
    }

    [Fact]
    public async Task IdentityProvider_IsMadeOnce_ForAllDeployersOfAnIssuer()
    {
        var stack = await StackUnderMocks.DeployAsync(
            $$"""{ "deployers": { "a": { "assumedBy": {{OfBranch}} }, "b": { "assumedBy": {{OfBranch}} } } }""");
        stack.Inputs("aws:iam/openIdConnectProvider:OpenIdConnectProvider", "github-actions-oidc")["url"].Should()
            .Be("https://token.actions.githubusercontent.com");
    }

    [Fact]
    public async Task IdentityProvider_OfAHostOfOnesOwn_IsMadeOnce_WhateverNamesIt()
    {
        var stack = await StackUnderMocks.DeployAsync("""
            {
              "deployers": {
                "a": { "assumedBy": { "gitLab": { "project": "acme/churn", "branch": "main", "host": "gitlab.example.com" } } },
                "b": { "assumedBy": { "oidc": { "issuer": "https://gitlab.example.com", "audience": "b", "subject": "c" } } }
              }
            }
            """);
        var provider = stack.Inputs("aws:iam/openIdConnectProvider:OpenIdConnectProvider", "gitlab.example.com-oidc");
        provider["url"].Should().Be("https://gitlab.example.com");
        provider["clientIdLists"].As<IEnumerable<object>>().Should().Equal("b", "https://gitlab.example.com");
    }

    [Theory]
    [InlineData(OfBranch, "github-actions-oidc")]
    [InlineData("""{ "gitLab": { "project": "acme/churn", "branch": "main" } }""", "gitlab-oidc")]
    [InlineData("""{ "gitLab": { "project": "acme/churn", "branch": "main", "host": "gitlab.com" } }""", "gitlab-oidc")]
    [InlineData("""{ "pulumiDeployments": { "organization": "acme", "project": "ml", "stack": "p" } }""", "pulumi-deployments-oidc")]
    public async Task IdentityProvider_KeepsItsName(string assumedBy, string name)
    {
        var stack = await StackUnderMocks.DeployAsync($$"""{ "deployers": { "a": { "assumedBy": {{assumedBy}} } } }""");
        stack.Registered.Where(resource => resource.Type == "aws:iam/openIdConnectProvider:OpenIdConnectProvider")
            .Select(resource => resource.Name).Should().Equal(name);
    }

    [Fact]
    public async Task IdentityProvider_ThatTheAccountHas_IsReferredTo()
    {
        const string arn = "arn:aws:iam::123456789012:oidc-provider/gitlab.com";
        var stack = await StackUnderMocks.DeployAsync(
            $$"""
            { "deployers": { "a": { "assumedBy": {
                "gitLab": { "project": "acme/churn", "tag": "v1" }, "oidcProviderArn": "{{arn}}" } } } }
            """);
        stack.Registered.Select(resource => resource.Type).Should().NotContain("aws:iam/openIdConnectProvider:OpenIdConnectProvider");
        stack.Inputs("aws:iam/role:Role", "a-role")["assumeRolePolicy"].As<string>().Should().Contain(arn);
    }

    [Fact]
    public async Task IdentityProvider_OfPulumi_KnowsTheOrganizationsOfAllDeployers()
    {
        string Stack(string organization) =>
            $$"""{ "pulumiDeployments": { "organization": "{{organization}}", "project": "ml", "stack": "prod" } }""";
        var stack = await StackUnderMocks.DeployAsync(
            $$"""{ "deployers": { "a": { "assumedBy": {{Stack("acme")}} }, "b": { "assumedBy": {{Stack("umbrella")}} } } }""");
        stack.Inputs("aws:iam/openIdConnectProvider:OpenIdConnectProvider", "pulumi-deployments-oidc")["clientIdLists"]
            .As<IEnumerable<object>>().Should().Equal("acme", "umbrella");
    }

    [Fact]
    public async Task Policies_AreThoseOfAUser()
    {
        var role = await StackUnderMocks.DeployAsync(Configuration);
        var user = await StackUnderMocks.DeployAsync("""
            { "executionRoles": { "unet": { "roleName": "UNet" } }, "deployers": { "ci": { "executionRoles": ["unet"] } } }
            """);
        role.Inputs("aws:iam/rolePolicy:RolePolicy", "ci-policy")["policy"].Should()
            .Be(user.Inputs("aws:iam/userPolicy:UserPolicy", "ci-policy")["policy"]);
    }
}
