using System.Text.Json.Nodes;
using Proof;
using Proof.Judging;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof;

/// <summary>The proof shows how much the policies of resources take of what their services hold.</summary>
[Collection(Judge.Proofs)]
public sealed class ResourceQuotaTests
{
    [Fact]
    public async Task ThePolicyOfEachResource_IsHeldToTheQuotaOfItsService_InBytes()
    {
        const string id = "éé";
        var policy = $$"""{"Version":"2012-10-17","Id":"{{id}}","Statement":[]}""";
        var resources = new[]
        {
            "arn:aws:s3:::data", "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            "arn:aws:secretsmanager:us-east-1:123456789012:secret:token-a1B2c3",
            "arn:aws:ecr:us-east-1:123456789012:repository/images", "arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-0a1b",
            "arn:aws:sns:us-east-1:123456789012:topic",
        };

        var proof = await AccessProof.RunAsync(
            ContractText.Read("executionRoles: { training: { may: [ { action: s3:GetObject, on: \"arn:aws:s3:::data/a\" } ] } }"),
            new AuthorizationDetails(new Account().Role("training", """{"Effect":"Allow","Principal":"*","Action":"sts:*"}""").Details),
            SmallStack.Place,
            JsonNode.Parse("""{"executionRoleArns":{"training":"arn:aws:iam::123456789012:role/training"} }""")!.AsObject(),
            new() { Resources = new(resources.Select(arn => KeyValuePair.Create(arn, JsonNode.Parse(policy)))) });

        proof.Quotas.Where(quota => quota.What.StartsWith("policy of ", StringComparison.Ordinal))
            .Select(quota => $"{quota.What}, {quota.Used} of {quota.Quota}").Should().BeEquivalentTo(
                $"policy of bucket data, {policy.Length + 2} of 20480",
                $"policy of key 1234abcd-12ab-34cd-56ef-1234567890ab, {policy.Length + 2} of 32768",
                $"policy of secret token, {policy.Length + 2} of 20480",
                $"policy of repository images, {policy.Length + 2} of 10240",
                $"policy of endpoint vpce-0a1b, {policy.Length + 2} of 20480");
    }
}
