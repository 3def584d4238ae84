using System.Text.Json.Nodes;
using Rehearsal.Proof;
using Rehearsal.Proof.Contracts;

namespace SageMakerIam.Tests.Proof.Contracts;

public sealed class ResolvedContractTests
{
    [Fact]
    public void WithoutOutputs_APrincipalIsFoundByTheNameThatPulumiGives() =>
        Resolve("executionRoles: { churn-training: {} }").Arns.Values.Should().Equal(SmallStack.Role);

    [Fact]
    public void WithoutOutputs_APatternFindsAPrincipal() =>
        Resolve("deployers: { someone: { name: 'churn-c*' } }").Arns.Values.Should().Equal(SmallStack.User);

    [Fact]
    public void Outputs_SayThePrincipalsArn() =>
        Resolve("deployers: { ci: {} }", """{"deployerArns":{"ci":"arn:aws:iam::123456789012:user/x"}}""").Arns.Values.Should().Equal("arn:aws:iam::123456789012:user/x");

    [Fact]
    public void AMissingPrincipal_IsNamed() =>
        Resolve("executionRoles: { nowhere: {} }").Missing.Should().Equal("executionRoles.nowhere: the account has no role named nowhere");

    [Fact]
    public void APrincipalThatMayBeSeveral_IsNamedWithThem() =>
        Resolve("passRoleGrants: { g: { name: '*' } }").Missing.Single().Should().Contain(SmallStack.Role).And.Contain(SmallStack.User);

    [Fact]
    public void WhatTheStackMakesBesides_IsNamed() =>
        Resolve("deployers: { ci: {} }", """{"deployerArns":{"ci":"arn:aws:iam::123456789012:user/x","other":"arn:aws:iam::123456789012:user/y"}}""")
            .Unnamed.Should().Equal("deployers.other");

    private static ResolvedContract Resolve(string yaml, string? outputs = null)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, yaml);
        var contract = AccessContract.Read(file);
        File.Delete(file);
        return ResolvedContract.Of(contract, SmallStack.Place, new AuthorizationDetails(SmallStack.Details()), outputs is null ? null : JsonNode.Parse(outputs)!.AsObject());
    }
}
