using System.Text.Json.Nodes;
using Proof.Results;

namespace SageMakerIam.Tests.Proof;

[Collection(Judge.Proofs)]
public sealed class EscalationTests
{
    [Fact]
    public async Task SeventyMethods_AreTried() =>
        (await SmallStack.ProveAsync()).Escalations.Should().OnlyContain(escalation => escalation.Methods.Count == 70);

    [Fact]
    public async Task PassingADeclaredRoleToSageMaker_IsOpenByTheContractAlone()
    {
        var deployer = Of(await SmallStack.ProveAsync(), SmallStack.User);
        deployer.Open.Should().BeEmpty();
        deployer.Declared.Should().Contain(
            method => method.Id == "sagemaker-002"
                && method.Declared.Single() == new EscalationWay(SmallStack.Role, "sagemaker.amazonaws.com"));
    }

    [Fact]
    public async Task WhoMayPassARole_BecomesIt()
    {
        var reached = Of(await SmallStack.ProveAsync(), SmallStack.User).Becomes.Single();
        reached.Arn.Should().Be(SmallStack.Role);
        reached.Declared.Should().BeTrue();
    }

    [Fact]
    public async Task Chains_AreFollowed()
    {
        var proof = await SmallStack.ProveAsync(details =>
            details.RoleStatements().Add(SmallStack.Allow("iam:CreateAccessKey", "arn:aws:iam::123456789012:user/SomeoneElse")));
        Of(proof, SmallStack.User).Becomes.Should().Contain(reached =>
            reached.Arn == "arn:aws:iam::123456789012:user/SomeoneElse" && reached.Chain.Count == 2 && !reached.Declared);
    }

    [Theory]
    [InlineData("iam-001")]
    [InlineData("iam-005")]
    [InlineData("iam-012")]
    [InlineData("lambda-003")]
    [InlineData("ssm-001")]
    public async Task AMethod_IsOpenToWhoHasItsActions(string method)
    {
        var proof = await Judge.ProveOnceAsync("open methods", () => SmallStack.ProveAsync(details =>
        {
            details.DeployerStatements()
                .Add(SmallStack.Allow("iam:CreatePolicyVersion", "arn:aws:iam::123456789012:policy/churn-ci-policy"));
            details.DeployerStatements().Add(SmallStack.Allow("iam:PutRolePolicy", "arn:aws:iam::123456789012:role/*"));
            details.DeployerStatements().Add(SmallStack.Allow("iam:UpdateAssumeRolePolicy", "*"));
            details.DeployerStatements().Add(SmallStack.Allow("lambda:UpdateFunctionCode", "*"));
            details.DeployerStatements().Add(SmallStack.Allow("ssm:StartSession", "*"));
        }));
        Of(proof, SmallStack.User).Open.Select(open => open.Id).Should().Contain(method);
    }

    [Fact]
    public async Task ADenyThatARequestCanBeWordedAround_ClosesNoMethod()
    {
        var proof = await SmallStack.ProveAsync(details =>
        {
            details.DeployerStatements().Add(SmallStack.Allow("iam:PutRolePolicy", "arn:aws:iam::123456789012:role/*"));
            var deny = SmallStack.Allow("iam:PutRolePolicy", "*");
            (deny["Sid"], deny["Effect"]) = ("NotWithout", "Deny");
            deny["Condition"] = JsonNode.Parse("""{"Null":{"aws:SourceIp":"true"}}""");
            details.DeployerStatements().Add(deny);
        });
        Of(proof, SmallStack.User).Open.Select(open => open.Id).Should().Contain("iam-005");
    }

    [Theory]
    [InlineData("""{"Bool":{"aws:MultiFactorAuthPresent":"true"},"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}""", true)]
    [InlineData("""{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""", true)]
    [InlineData("""{"StringLike":{"s3:prefix":["train/*"]}}""", true)]
    [InlineData("""{"StringEquals":{"aws:ResourceTag/team":"churn"}}""", false)]
    [InlineData("""{"StringEquals":{"s3:ResourceAccount":"999999999999"}}""", false)]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/team":"churn"}}""", false)]
    public async Task WhatStandsBehindACondition_IsReachedWhereACallerMayMeetIt(string condition, bool isReached)
    {
        var proof = await SmallStack.ProveAsync(details =>
        {
            var list = SmallStack.Allow("s3:ListBucket", "arn:aws:s3:::*");
            list["Condition"] = JsonNode.Parse(condition);
            details.DeployerStatements().Add(list);
        });
        proof.Reach.Single(found => found.Arn == SmallStack.User).Actions.Contains("s3:ListBucket").Should().Be(isReached);
    }

    private static Escalation Of(ProofResult proof, string arn) => proof.Escalations.Single(escalation => escalation.Arn == arn);
}
