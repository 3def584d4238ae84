using System.Text.Json.Nodes;
using Proof.Results;

namespace SageMakerIam.Tests.Proof;

/// <summary>The stack in an account that holds other roles and users, and what drifts there.</summary>
[Collection(Judge.Proofs)]
public sealed class WholeAccountTests
{
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string Training = "churn-training-a1b2c3d";

    private const string OfSageMaker =
        """{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}""";

    [Fact]
    public async Task AnAdministratorBesideTheStack_IsNoFailure_AndItsTakeoversAreFound()
    {
        var proof = await ProveAsync(_ => { }, beside => beside.Role("platform-admin", OfSageMaker, Everything));
        proof.Failures.Should().BeEmpty();
        proof.Takeovers.Select(takeover => $"{takeover.By.Split('/')[^1]} {takeover.Of}").Should()
            .BeEquivalentTo($"platform-admin {SmallStack.User}", $"platform-admin {SmallStack.Role}");
        proof.Takeovers.Single(takeover => takeover.Of == SmallStack.User).Ways.Should()
            .Contain("makes keys for it").And.Contain("changes its policies")
            .And.Contain("reads every secret, that with its keys among them");
        proof.Takeovers.Single(takeover => takeover.Of == SmallStack.Role).Ways.Should()
            .Contain("changes whom it trusts").And.Contain("passes it to sagemaker.amazonaws.com").And.NotContain("assumes it");
    }

    [Fact]
    public async Task AnIdentityThatCanDoNothingToTheStack_TakesNothingOver() =>
        (await ProveAsync(_ => { }, beside => beside.User("reader", """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""")))
            .Takeovers.Should().BeEmpty();

    [Fact]
    public async Task PassRoleToAnAdministratorBesideTheStack_IsNamedFirst()
    {
        var proof = await ProveAsync(
            details => details.Statement("PassExecutionRoles")["Resource"]!.AsArray().Add("arn:aws:iam::123456789012:role/churn-admin"),
            beside => beside.Role("churn-admin", OfSageMaker, Everything));
        proof.Failures.First().Should()
            .Be("deployers.churn-ci can become role/churn-admin\n  passes churn-admin to sagemaker.amazonaws.com (sagemaker-002)");
    }

    [Fact]
    public async Task AnAdministratorThatTrustsTheDeployer_IsNamedFirst()
    {
        var proof = await ProveAsync(_ => { }, beside => beside.Role("platform-admin", Trusting(SmallStack.User), Everything));
        proof.Failures.First().Should().Be("deployers.churn-ci can become role/platform-admin\n  assumes platform-admin");
    }

    [Fact]
    public async Task ARoleOfTheStackThatTrustsAnAdministrator_IsATakeover_AndFails()
    {
        var proof = await ProveAsync(
            details => details["RoleDetailList"]![0]!["AssumeRolePolicyDocument"]!["Statement"]!.AsArray()
                .Add(JsonNode.Parse(Trusting("arn:aws:iam::123456789012:role/platform-admin"))),
            beside => beside.Role("platform-admin", OfSageMaker, """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}"""));
        proof.Takeovers.Should().ContainSingle().Which.Ways.Should().Equal("assumes it");
        proof.Failures.Should().Contain(failure => failure.Contains("Principal arn:aws:iam::123456789012:role/platform-admin"));
    }

    [Fact]
    public async Task AShortenedPrefix_IsNamed()
    {
        var proof = await ProveAsync(
            details =>
            {
                var jobs = details.Statement("ManageJobs");
                jobs["Resource"] = JsonNode.Parse(jobs["Resource"]!.ToJsonString().Replace("/churn-*", "/chu*", StringComparison.Ordinal));
            },
            _ => { });
        proof.Failures.First().Should().StartWith("deployers.churn-ci may not do the same with another name")
            .And.Contain("ManageJobs of managed policy churn-ci-policy");
    }

    [Fact]
    public async Task AnInlinePolicyNamedTrust_IsNoTrustPolicy()
    {
        var proof = await ProveAsync(
            details => details["RoleDetailList"]![0]!["RolePolicyList"]!.AsArray().Add(new JsonObject
            {
                ["PolicyName"] = "trust",
                ["PolicyDocument"] = JsonNode.Parse($$"""{"Version":"2012-10-17","Statement":[{{Everything}}]}"""),
            }),
            _ => { });
        string.Join('\n', proof.Failures).Should().Contain("executionRoles.churn-training: escalation iam-005 is open")
            .And.Contain($"statement 1 of inline policy trust of role {Training}");
    }

    [Fact]
    public async Task AnInlinePolicyNamedTrust_LeavesTheTrustPolicyAsItIs()
    {
        var proof = await ProveAsync(
            details =>
            {
                details["RoleDetailList"]![0]!["RolePolicyList"]!.AsArray().Add(new JsonObject
                {
                    ["PolicyName"] = "trust",
                    ["PolicyDocument"] = details["RoleDetailList"]![0]!["AssumeRolePolicyDocument"]!.DeepClone(),
                });
                details.Statement("SageMakerAssumeRole").Remove("Condition");
            },
            _ => { });
        proof.BrokenRows.Select(broken => broken.Row.Text).Should()
            .Contain("executionRoles.churn-training may not do the same with another account");
    }

    /// <summary>What a service does with a role that it is passed is in no list: whatever it is, it is done for who passed it.</summary>
    [Theory]
    [InlineData("states.amazonaws.com")]
    [InlineData("scheduler.amazonaws.com")]
    [InlineData("ssm.amazonaws.com")]
    public async Task ARoleThatMayBePassedToAnyService_IsBecome(string service)
    {
        var proof = await ProveAsync(
            details => details.DeployerStatements().Add(
                SmallStack.Allow("iam:PassRole", "arn:aws:iam::123456789012:role/platform-admin")),
            beside => beside.Role(
                "platform-admin", OfSageMaker.Replace("sagemaker.amazonaws.com", service, StringComparison.Ordinal), Everything));
        proof.Failures.First().Should()
            .Be($"deployers.churn-ci can become role/platform-admin\n  passes platform-admin to {service}");
    }

    /// <summary>From an administrator on everything is open, and nothing more to be said.</summary>
    [Fact]
    public async Task AChain_EndsAtAnAdministrator()
    {
        var proof = await ProveAsync(_ => { }, beside => beside.Role("platform-admin", Trusting(SmallStack.User), Everything));
        Of(proof, SmallStack.User).Becomes.Where(reached => !reached.Declared).Select(reached => reached.Arn).Should()
            .Equal("arn:aws:iam::123456789012:role/platform-admin", "an administrator of the account");
    }

    [Fact]
    public async Task WhatRunsAsAnUnknownRole_IsSaidByTheActionThatReachesIt()
    {
        var proof = await ProveAsync(
            details => details.DeployerStatements().Add(SmallStack.Allow("ssm:SendCommand", "*")), _ => { });
        proof.Failures.First().Should().Be("deployers.churn-ci can become the role behind ssm:SendCommand\n  ssm:SendCommand (ssm-002)");
    }

    [Theory]
    [InlineData("iam:SetDefaultPolicyVersion", "changes its policies")]
    [InlineData("iam:PutGroupPolicy", "changes its policies")]
    [InlineData("iam:AttachGroupPolicy", "changes its policies")]
    [InlineData("iam:AddUserToGroup", "changes its policies")]
    public async Task WhoChangesWhatAUserIsGiven_TakesItOver(string action, string way)
    {
        var proof = await ProveAsync(
            details => details["UserDetailList"]![0]!["GroupList"] = new JsonArray("everyone"),
            beside => beside.Group("everyone", """{"Effect":"Allow","Action":"sts:GetCallerIdentity","Resource":"*"}""")
                .User("helper", $$"""{"Effect":"Allow","Action":"{{action}}","Resource":"*"}"""));
        proof.Takeovers.Should().ContainSingle(takeover => takeover.Of == SmallStack.User).Which.Ways.Should().Equal(way);
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:notebook-instance/helper-*", false)]
    public async Task WhoOpensTheNotebooksOfOthers_MayTakeARoleOver(string notebooks, bool mayTake)
    {
        var proof = await ProveAsync(_ => { }, beside => beside.User(
            "helper",
            $$"""{"Effect":"Allow","Action":"sagemaker:CreatePresignedNotebookInstanceUrl","Resource":"{{notebooks}}"}"""));
        proof.Takeovers.SelectMany(takeover => takeover.Ways).Should().BeEquivalentTo(
            mayTake ? ["reaches what may work as it by sagemaker:CreatePresignedNotebookInstanceUrl"] : Array.Empty<string>());
    }

    [Fact]
    public async Task AChainThroughAnIdentityBesideTheStack_IsFollowed()
    {
        var proof = await ProveAsync(
            _ => { },
            beside => beside
                .Role("helper", Trusting(SmallStack.User), """{"Effect":"Allow","Action":"iam:CreateAccessKey","Resource":"*"}""")
                .User("owner", Everything));
        Of(proof, SmallStack.User).Becomes.Should().Contain(reached => reached.Arn.EndsWith(":user/owner")
            && string.Join(", then ", reached.Chain) == "assumes helper, then iam:CreateAccessKey (iam-002)");
    }

    [Fact]
    public async Task APolicyOfSomebodyElseThatOneMayChange_IsAnOpenMethod()
    {
        var proof = await ProveAsync(
            details => details.DeployerStatements().Add(
                SmallStack.Allow("iam:PutGroupPolicy", "arn:aws:iam::123456789012:group/admins")),
            beside => beside.Group("admins", Everything));
        Of(proof, SmallStack.User).Open.Should().Contain(method => method.Actions.Contains("iam:PutGroupPolicy"));
    }

    private static string Trusting(string arn) =>
        $$"""{"Effect":"Allow","Principal":{"AWS":"{{arn}}"},"Action":"sts:AssumeRole"}""";

    private static Escalation Of(ProofResult proof, string arn) => proof.Escalations.Single(escalation => escalation.Arn == arn);

    private static Task<ProofResult> ProveAsync(Action<JsonObject> alter, Action<Account> populate) => SmallStack.ProveAsync(details =>
    {
        var beside = new Account();
        populate(beside);
        foreach (var (list, others) in beside.Details.AsObject())
        {
            foreach (var other in others!.AsArray())
            {
                details[list]!.AsArray().Add(other!.DeepClone());
            }
        }

        alter(details);
    });
}
