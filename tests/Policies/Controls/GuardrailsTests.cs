using SageMakerIam.Policies;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary>What guardrails take away beside what <c>requests.yaml</c> says of them.</summary>
public sealed class GuardrailsTests
{
    [Theory]
    [InlineData("CreateModel", "aws:RequestTag/project=anything", true)]
    [InlineData("CreateModel", "", false)]
    [InlineData("AddTags", "aws:RequestTag/project=anything", true)]
    [InlineData("DeleteTags", "aws:TagKeys=project", false)]
    public Task TagOfAnyValue_IsThereAndStays(string action, string context, bool allowed) =>
        ExpectAsync(new() { RequestTags = [new() { Key = "project" }] }, action, context, allowed);

    [Theory]
    [InlineData("CreateModel", "aws:RequestTag/team=red")]
    [InlineData("CreateModel", "aws:RequestTag/team=")]
    [InlineData("AddTags", "aws:RequestTag/team=red")]
    [InlineData("UpdateEndpoint", "aws:ResourceTag/team=red")]
    [InlineData("UpdateEndpoint", "aws:ResourceTag/team=red aws:PrincipalTag/team=blue")]
    [InlineData("UpdateEndpoint", "aws:ResourceTag/team=red aws:PrincipalTag/project=red")]
    public Task WhoseOwnTagIsTakenOrAnother_TouchesNothingThatBearsIt(string action, string context) =>
        ExpectAsync(new() { PrincipalTag = new() { Key = "team", Value = "red" } }, action, context, allowed: false);

    [Fact]
    public void NobodyWithAnyActivity_ChangesTheTagsOfPrincipals()
    {
        string[] changing = ["iam:TagRole", "iam:UntagRole", "iam:TagUser", "iam:UntagUser", "sts:TagSession", "iam:*", "sts:*", "*"];
        DeployerPolicy.Statements(EachControl.All, [], PolicyJudge.Account).SelectMany(statement => statement.Actions)
            .Should().NotIntersectWith(changing);
    }

    private static Task ExpectAsync(GuardrailSettings guardrails, string action, string context, bool allowed) =>
        ControlledDeployer.ExpectAsync(ControlledDeployer.WithoutControls with { Guardrails = guardrails }, action, context, allowed);
}
