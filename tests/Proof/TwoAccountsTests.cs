using System.Text.Json.Nodes;
using Proof;
using Proof.Judging;
using Proof.Results;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof;

/// <summary>A grant's role in one account, and the principal that assumes it in another: both sides decide.</summary>
public sealed class TwoAccountsTests
{
    private const string Workspace = "arn:aws:iam::222222222222:role/workspace";
    private const string Grant = "arn:aws:iam::123456789012:role/grant";
    private const string Training = "arn:aws:iam::123456789012:role/training";
    private const string ExternalId = "0123456789abcdefghijABCDEFGHIJ01";
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string Nobody = """{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}""";
    private const string AssumesGrant =
        """{"Sid":"AssumeGrant","Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::123456789012:role/grant"}""";
    private const string PassesTraining =
        """
        {"Sid":"Pass","Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::123456789012:role/training",
        "Condition":{"StringEquals":{"iam:PassedToService":"sagemaker.amazonaws.com"}}}
        """;
    private const string TrustsSageMaker =
        """{"Sid":"Trust","Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}""";

    private static string TrustsWorkspace =>
        $$"""
        { "Sid": "Trust", "Effect": "Allow", "Principal": { "AWS": "{{Workspace}}" }, "Action": "sts:AssumeRole",
          "Condition": { "StringEquals": { "sts:ExternalId": "{{ExternalId}}" } } }
        """;

    [Fact]
    public async Task Principal_BecomesTheGrantsRole_WithTheExternalIdThatItDemands() =>
        (await AssumeAsync(Other("workspace", AssumesGrant), Workspace, ("sts:ExternalId", AccessRequest.OwnExternalId))).Result.Should()
            .Be(DecisionResult.Allowed);

    [Fact]
    public async Task Principal_DoesNotBecomeTheGrantsRole_WithAnotherExternalId() =>
        (await AssumeAsync(Other("workspace", AssumesGrant), Workspace, ("sts:ExternalId", "someone-elses"))).Result.Should()
            .Be(DecisionResult.Denied);

    [Fact]
    public async Task Principal_DoesNotBecomeTheGrantsRole_WithoutAnExternalId() =>
        (await AssumeAsync(Other("workspace", AssumesGrant), Workspace)).Result.Should().Be(DecisionResult.Denied);

    [Fact]
    public async Task Principal_DoesNotBecomeTheGrantsRole_WithoutItsOwnSide() =>
        (await AssumeAsync(Other("workspace", null), Workspace, ("sts:ExternalId", ExternalId))).Result.Should().Be(DecisionResult.Denied);

    [Fact]
    public async Task AnotherPrincipalOfTheAccount_DoesNotBecomeTheGrantsRole_WhateverItsOwnSideAllows() =>
        (await AssumeAsync(Other("admin", Everything), "arn:aws:iam::222222222222:role/admin", ("sts:ExternalId", ExternalId))).Result
            .Should().Be(DecisionResult.Denied);

    [Theory]
    [InlineData(PassesTraining)]
    [InlineData(Everything)]
    public async Task Principal_DoesNotPassTheExecutionRoleItself_AndIsToldWhy(string ownSide)
    {
        var decision = await Judge.DecideAsync(
            [Home, Other("workspace", ownSide)], Workspace, "iam:PassRole", Training, ("iam:PassedToService", "sagemaker.amazonaws.com"));
        decision.Result.Should().Be(DecisionResult.Denied);
        decision.Why.Should().Be("iam:PassRole does not cross accounts: a principal passes roles of its own account alone");
    }

    [Fact]
    public async Task GrantsRole_PassesTheExecutionRole() =>
        (await Judge.DecideAsync([Home], Grant, "iam:PassRole", Training, ("iam:PassedToService", "sagemaker.amazonaws.com"))).Result
            .Should().Be(DecisionResult.Allowed);

    [Fact]
    public async Task PrincipalThatTheContractDoesNotName_IsTakenToBeAllowedEverythingByItsOwnAccount()
    {
        var proof = await ProveAsync($"{TheGrant}{Strangers}", Other("workspace", null));
        proof.Held.Should().BeTrue(string.Join('\n', proof.Failures));
    }

    [Fact]
    public async Task PrincipalThatTheContractNames_IsAllowedWhatItsOwnAccountAllows()
    {
        var proof = await ProveAsync($"{TheGrant}{Strangers}{TheWorkspace}", Other("workspace", null));
        proof.BrokenRows.Select(row => row.Row.Principal.Path).Should().BeEquivalentTo("passRoleGrants.grant", "others.workspace");
    }

    [Fact]
    public async Task BothSides_AreProvenToBeNeededToTheLastPart()
    {
        var proof = await ProveAsync(
            $"{TheGrant}{Strangers}{TheWorkspace}", Other("workspace", AssumesGrant, policy: "workspace-principal-policy"));
        proof.Held.Should().BeTrue(string.Join('\n', proof.Failures));
        // The grant's policy and trust policy have three parts each, and the trust policy a condition; the workspace's policy has two
        // parts.
        (proof.Mutants.Count - proof.Mutants.Widened).Should().Be(3 + 3 + 2);
    }

    [Fact]
    public async Task ExternalIdThatNobodyTests_IsMissed()
    {
        var proof = await ProveAsync(
            TheGrant + "    mayNot: [ do the same with another: [role, service, identity] ]\n", Other("workspace", null));
        proof.Mutants.Unnoticed.Should().OnlyContain(mutant => mutant.Taken.StartsWith("Condition StringEquals sts:ExternalId"))
            .And.Contain(mutant => !mutant.Widened).And.Contain(mutant => mutant.Taken.EndsWith("in any case"));
        string.Join('\n', proof.Failures).Should().NotContain(ExternalId).And.NotContain(ExternalId[..^1]);
    }

    [Fact]
    public async Task Proof_DoesNotSayTheExternalId()
    {
        var proof = await ProveAsync($"{TheGrant}{Strangers}{TheWorkspace}", Other("workspace", null));
        string.Join('\n', proof.Failures).Should().Contain("sts:ExternalId=its own").And.NotContain(ExternalId);
    }

    [Fact]
    public async Task Principal_BecomesTheGrantsRole_AndNothingBeyondIt()
    {
        var proof = await ProveAsync($"{TheGrant}{Strangers}{TheWorkspace}", Other("workspace", AssumesGrant));
        proof.Escalations.Single(escalation => escalation.Arn == Workspace).Becomes.Should()
            .ContainSingle(reached => reached.Arn == Grant && reached.Declared);
    }

    private const string TheGrant = $"""
        passRoleGrants:
          grant:
            may:
              - be assumed from outside by: {Workspace}
                with external id: its own
              - pass: {Training}
                to: sagemaker.amazonaws.com

        """;

    private const string Strangers = "    mayNot: [ do the same with another: [role, service, identity, external id] ]\n";

    private const string TheWorkspace = $"""
        others:
          workspace:
            name: {Workspace}
            may:
              - become: grant
                with external id: its own
            mayNot: [ do the same with another: [role, external id] ]

        """;

    private static JsonNode Home => new Account().Role("training", TrustsSageMaker).Role("grant", TrustsWorkspace, PassesTraining).Details;

    private static JsonNode Other(string name, string? statements, string policy = "inline")
    {
        var details = new Account("222222222222").Role(name, Nobody, statements).Details;
        if (statements is not null)
        {
            details["RoleDetailList"]![0]!["RolePolicyList"]![0]!["PolicyName"] = policy;
        }

        return details;
    }

    private static Task<Decision> AssumeAsync(JsonNode other, string by, params (string Key, string Value)[] context) =>
        Judge.DecideAsync([Home, other], by, "sts:AssumeRole", Grant, context);

    private static Task<ProofResult> ProveAsync(string contract, JsonNode other) =>
        AccessProof.RunAsync(ContractText.Read(contract), new AuthorizationDetails(Home, other), SmallStack.Place);
}
