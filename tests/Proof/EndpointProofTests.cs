using System.Text.Json.Nodes;
using Proof;
using Proof.Judging;
using Proof.Results;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof;

/// <summary>
/// The policies of VPC endpoints in a proof: what they let through beyond the contract, and that each part of them is needed.
/// </summary>
[Collection(Judge.Proofs)]
public sealed class EndpointProofTests
{
    private const string Role = "arn:aws:iam::123456789012:role/training";
    private const string Trust = """{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}""";
    private const string Reads = """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}""";
    private const string OwnToOwn =
        """ "Condition":{"StringEquals":{"aws:PrincipalAccount":"123456789012","aws:ResourceAccount":"123456789012"} }""";

    private const string ToTheBucket =
        $$"""{"Sid":"Own","Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::data/*",{{OwnToOwn}} }""";

    [Fact]
    public async Task APolicyForTheAccountsOwn_Holds_WithEveryPartOfItNeeded()
    {
        var proof = await ProveAsync(ToTheBucket);

        proof.Openings.Should().BeEmpty();
        proof.Mutants.Unnoticed.Should().NotContain(mutant => mutant.Policy == "policy of endpoint vpce-0a1b2c3d");
        proof.Quotas.Should().ContainSingle(quota => quota.What == "policy of endpoint vpce-0a1b2c3d");
    }

    [Fact]
    public async Task WithoutARowThatComesThroughIt_APartOfItIsNotMissed() =>
        (await ProveAsync(ToTheBucket, "vpce-00000000")).Mutants.Unnoticed.Select(mutant => mutant.ToString()).Should()
            .Contain("Action s3:*, in Own of policy of endpoint vpce-0a1b2c3d");

    [Theory]
    [InlineData("", "everybody in the account, to what is of every account", "every account")]
    [InlineData(
        ""","Condition":{"StringEquals":{"aws:PrincipalAccount":"123456789012"}}""",
        "everybody in the account, to what is of every account")]
    [InlineData(""","Condition":{"StringEquals":{"aws:ResourceAccount":"123456789012"}}""", "every account")]
    [InlineData($",{OwnToOwn}")]
    public async Task WhatIsLetThroughToEverything_IsNamed(string condition, params string[] by)
    {
        var proof = await ProveAsync(
            $$"""{"Sid":"Through","Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"{{condition}} }""");

        proof.Openings.Select(opening => $"{opening}").Should()
            .BeEquivalentTo(by.Select(who => $"policy of endpoint vpce-0a1b2c3d lets in {who}"));
    }

    private static async Task<ProofResult> ProveAsync(string statements, string through = "vpce-0a1b2c3d")
    {
        var account = new Account().Role("training", Trust, Reads);
        var outputs = JsonNode.Parse(
            $$"""{"executionRoleArns":{"training":"{{Role}}"},"endpointIds":{"main":{"s3":"{{through}}"} } }""")!.AsObject();
        var text = """
            executionRoles:
              training:
                may:
                  - action: s3:GetObject
                    on: arn:aws:s3:::data/1
                    with: { aws:SourceVpce: "{endpointIds.main.s3}" }
            """;
        return await AccessProof.RunAsync(
            ContractText.Read(text), new AuthorizationDetails(account.Details), SmallStack.Place, outputs,
            new()
            {
                Resources = new(KeyValuePair.Create(
                    "arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-0a1b2c3d",
                    JsonNode.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}"""))),
            });
    }
}
