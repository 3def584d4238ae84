using System.Text.Json.Nodes;
using Proof;
using Proof.Contracts;

namespace SageMakerIam.Tests.Proof.Contracts;

public sealed class ResolvedContractTests
{
    [Theory]
    [InlineData("ml-boundary", "ml-boundary", null)]
    [InlineData("ml-boundary", "ml-boundary-0a1b2c3", null)]
    [InlineData("arn:aws:iam::123456789012:policy/ml-boundary", "ml-boundary", null)]
    [InlineData("ml-boundary", "ml-boundary-old", "deployers.churn-ci: it has to bear the boundary ml-boundary, and bears ml-boundary-old")]
    [InlineData("ml-boundary", null, "deployers.churn-ci: it has to bear the boundary ml-boundary, and bears none")]
    public void ABoundaryThatTheContractNames_HasToBeBorne(string named, string? borne, string? missing)
    {
        var details = SmallStack.Details();
        details["UserDetailList"]![0]!["PermissionsBoundary"] = borne is null
            ? null
            : new JsonObject { ["PermissionsBoundaryArn"] = $"arn:aws:iam::123456789012:policy/{borne}" };
        var contract = ContractText.Read($"deployers: {{ churn-ci: {{ boundary: '{named}', mayNot: [ {{ read: 's3://data/' }} ] }} }}");
        var resolved = ResolvedContract.Of(contract, SmallStack.Place, new AuthorizationDetails(details), outputs: null);
        resolved.Missing.Should().Equal(missing is null ? [] : [missing]);
    }

    [Fact]
    public void WithoutOutputs_APrincipalIsFoundByTheNameThatPulumiGives() =>
        Resolve("executionRoles: { churn-training: { mayNot: [{ read: 's3://data/' }] } }").Arns.Values.Should().Equal(SmallStack.Role);

    [Fact]
    public void WithoutOutputs_APatternFindsAPrincipal() =>
        Resolve("deployers: { someone: { name: 'churn-ci*', mayNot: [{ read: 's3://data/' }] } }").Arns.Values.Should().Equal(
            SmallStack.User);

    [Fact]
    public void Outputs_SayThePrincipalsArn() =>
        Resolve(
            "deployers: { ci: { mayNot: [{ read: 's3://data/' }] } }",
            """{"deployerArns":{"ci":"arn:aws:iam::123456789012:user/x"}}""")
            .Arns.Values.Should().Equal("arn:aws:iam::123456789012:user/x");

    [Fact]
    public void AMissingPrincipal_IsNamed() =>
        Resolve("executionRoles: { nowhere: { mayNot: [{ read: 's3://data/' }] } }").Missing.Should().Equal(
            "executionRoles.nowhere: the account has no role named nowhere");

    [Fact]
    public void APrincipalThatMayBeSeveral_IsNamedWithThem() =>
        Resolve("passRoleGrants: { g: { name: '*', mayNot: [{ read: 's3://data/' }] } }").Missing.Single()
            .Should().Contain(SmallStack.Role).And.Contain(SmallStack.User);

    [Theory]
    [InlineData("passRoleGrants", "arn:aws:iam::123456789012:role/workspace")]
    [InlineData("executionRoles", "arn:aws:iam::123456789012:role/workspace")]
    public void ANamesakeInAnotherAccount_IsNoneOfTheStacks(string kind, string arn) =>
        Resolve(
            $"{kind}: {{ workspace: {{ mayNot: [{{ read: 's3://data/' }}] }} }}",
            null,
            Workspace("123456789012"),
            Workspace("222222222222")).Arns.Values.Should().Equal(arn);

    [Fact]
    public void AnIdentityThatTheStackDoesNotMake_MayBeOfAnotherAccount() =>
        Resolve("others: { workspace: { mayNot: [{ read: 's3://data/' }] } }", null, Workspace("222222222222")).Arns.Values.Should().Equal(
            "arn:aws:iam::222222222222:role/workspace");

    [Fact]
    public void WhatTheStackMakesBesides_IsNamed() =>
        Resolve(
            "deployers: { ci: { mayNot: [{ read: 's3://data/' }] } }",
            """{"deployerArns":{"ci":"arn:aws:iam::123456789012:user/x","other":"arn:aws:iam::123456789012:user/y"}}""")
            .Unnamed.Should().Equal("deployers.other");

    [Fact]
    public void WhatElseTheAccountHolds_IsNamed() =>
        Resolve("deployers: { churn-ci: { mayNot: [{ read: 's3://data/' }] } }").Extra.Select(identity => identity.Arn)
            .Should().Equal(SmallStack.Role);

    private static JsonNode Workspace(string account) =>
        new Account(account).Role("workspace", """{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}""").Details;

    private static ResolvedContract Resolve(string yaml, string? outputs = null, params JsonNode[] accounts) => ResolvedContract.Of(
        ContractText.Read(yaml),
        SmallStack.Place,
        new AuthorizationDetails(accounts is [] ? [SmallStack.Details()] : accounts),
        outputs is null ? null : JsonNode.Parse(outputs)!.AsObject());
}
