using System.Text.Json.Nodes;
using Proof;
using Proof.Judging;
using Proof.Results;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof;

/// <summary>
/// The policies of resources in a proof: whom they let in beyond the contract, whom they lock out, and that each part of them is needed.
/// </summary>
[Collection(Judge.Proofs)]
public sealed class ResourceProofTests
{
    private const string Role = "arn:aws:iam::123456789012:role/training";
    private const string Partner = "arn:aws:iam::210987654321:role/partner";
    private const string Bucket = "arn:aws:s3:::churn-data";
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    // A key that its account's administrators administer, and that nobody but the role uses; a bucket that a partner reads from, with TLS.
    private const string KeyPolicy = $$"""
        {"Sid":"Administer","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},
         "Action":["kms:GetKeyPolicy","kms:PutKeyPolicy"],"Resource":"*"},
        {"Sid":"Use","Effect":"Allow","Principal":{"AWS":"{{Role}}"},"Action":"kms:Decrypt","Resource":"*"}
        """;

    private const string BucketPolicy = $$"""
        {"Sid":"Read","Effect":"Allow","Principal":{"AWS":"{{Partner}}"},"Action":"s3:GetObject","Resource":"{{Bucket}}/out/*"},
        {"Sid":"Tls","Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"{{Bucket}}/*",
         "Condition":{"Bool":{"aws:SecureTransport":"false"} } }
        """;

    private const string Contract = $$"""
        executionRoles:
          training:
            may:
              - { action: kms:Decrypt, on: "{keyArns.main}" }
        others:
          partner:
            name: {{Partner}}
            may:
              - { action: s3:GetObject, on: "{{Bucket}}/out/any-object" }
            mayNot:
              - { action: s3:GetObject, on: "{{Bucket}}/ou/any-object" }
              - { action: s3:GetObject, on: "{{Bucket}}/in/any-object" }
              - { action: s3:GetObject, on: "{{Bucket}}/out/any-object", with: { aws:SecureTransport: "false" } }
              - { action: s3:GetObject, on: "{{Bucket}}/out2" }
        administrators:
          admin:
            may:
              - { action: kms:GetKeyPolicy, on: "{keyArns.main}" }
              - { action: kms:PutKeyPolicy, on: "{keyArns.main}" }
              - { action: s3:PutBucketPolicy, on: "{{Bucket}}" }
            mayNot:
              - { action: kms:Decrypt, on: "{keyArns.main}" }
        """;

    [Fact]
    public async Task APolicyThatSaysWhatTheContractSays_Holds_WithEveryPartOfItNeeded()
    {
        var proof = await ProveAsync(KeyPolicy, BucketPolicy);
        proof.Failures.Should().BeEmpty();
        proof.Mutants.Count.Should().BeGreaterThan(15);
    }

    [Fact]
    public async Task EachMutantOfThem_IsNoticedByARowOrBySomebodyWhoGetsIn_AndNotOtherwise()
    {
        var proof = await ProveAsync(KeyPolicy, BucketPolicy, contract: Contract.Split("administrators:")[0]);
        proof.Mutants.Unnoticed.Select(mutant => mutant.ToString()).Should().Contain(
        [
            "Action kms:GetKeyPolicy, in Administer of policy of key 1234abcd-12ab-34cd-56ef-1234567890ab",
            "Principal arn:aws:iam::123456789012:root, in Administer of policy of key 1234abcd-12ab-34cd-56ef-1234567890ab",
        ]).And.NotContain(mutant => mutant.Contains("widened to *", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("*", "every account")]
    [InlineData("arn:aws:iam::333344445555:root", "account 333344445555")]
    [InlineData("arn:aws:iam::333344445555:role/x", "arn:aws:iam::333344445555:role/x")]
    public async Task WhoeverGetsInBeyondTheContract_IsNamed(string principal, string named)
    {
        var proof = await ProveAsync(KeyPolicy, $"{BucketPolicy},{Allow($$"""{"AWS":"{{principal}}"}""")}");
        proof.Failures.Should().Contain($"policy of bucket churn-data lets in {named}\n  s3:GetObject");
    }

    [Theory]
    [InlineData("ArnEquals", Role, false)]
    [InlineData("ArnLike", "arn:aws:iam::123456789012:role/training", false)]
    [InlineData("ArnNotEquals", Role, true)]
    public async Task AKeyHandedOverForOneIdentity_IsHandedToNobodyNamedLikeIt(string condition, string arn, bool isOpen)
    {
        var use = $$"""
            {"Sid":"Use","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"kms:Decrypt","Resource":"*",
             "Condition":{"{{condition}}":{"aws:PrincipalArn":"{{arn}}"} } }
            """;
        var proof = await ProveAsync(KeyPolicy[..KeyPolicy.IndexOf("{\"Sid\":\"Use\"", StringComparison.Ordinal)] + use);
        proof.Openings.Select(opening => opening.By).Should().BeEquivalentTo(
            isOpen ? ["whoever is named like role/traininx", "whoever is named like role/SomeoneElses"] : Array.Empty<string>());
        // Where they get in as it is, nothing that is wider lets in anybody new.
        proof.Mutants.Unnoticed.Any(mutant => $"{mutant}".Contains("aws:PrincipalArn", StringComparison.Ordinal)).Should().Be(isOpen);
    }

    [Fact]
    public async Task EverybodyInTheAccount_IsNamed() => (await ProveAsync(
            KeyPolicy,
            $"{BucketPolicy},{Allow("\"*\"", """{"StringEquals":{"aws:PrincipalAccount":"123456789012"}}""")}"))
        .Openings.Should().ContainSingle().Which.By.Should().Be("everybody in the account");

    [Theory]
    [InlineData("""{"StringEquals":{"aws:SourceAccount":"123456789012"}}""", false)]
    [InlineData("""{"StringLike":{"aws:SourceArn":"arn:aws:logs:*"}}""", true)]
    [InlineData("{}", true)]
    public async Task AServiceThatWorksForEveryAccount_IsNamed(string condition, bool isOpen)
    {
        var allowed = Allow("""{"Service":"logs.amazonaws.com"}""", condition);
        var proof = await ProveAsync(KeyPolicy, $"{BucketPolicy},{allowed}");
        proof.Openings.Select(opening => opening.By)
            .Should().BeEquivalentTo(isOpen ? ["logs.amazonaws.com for every account"] : Array.Empty<string>());
    }

    [Fact]
    public async Task AnAdministratorWhoIsLockedOut_BreaksTheContract()
    {
        var proof = await ProveAsync(KeyPolicy.Replace("iam::123456789012:root", "iam::123456789012:role/other", StringComparison.Ordinal));
        proof.BrokenRows.Select(broken => broken.Row.Text).Should()
            .Contain($"administrators.admin may kms:GetKeyPolicy on {{keyArns.main}}");
    }

    [Fact]
    public async Task AnAdministratorByArn_IsToldFromAnother()
    {
        const string Pulumi = "arn:aws:iam::123456789012:role/pulumi";
        const string Only = $$"""
            {"Effect":"Deny","Principal":"*","Action":"s3:PutBucketPolicy","Resource":"{{Bucket}}",
             "Condition":{"ArnNotEquals":{"aws:PrincipalArn":"{{Pulumi}}"} } }
            """;
        var proof = await ProveAsync(KeyPolicy, $"{BucketPolicy},{Only}", Contract.Replace(
            "  admin:", $"  pulumi:\n    name: {Pulumi}\n    may: [{{ action: s3:PutBucketPolicy, on: {Bucket} }}]\n  admin:",
            StringComparison.Ordinal));
        proof.BrokenRows.Should().ContainSingle().Which.Row.Text.Should().StartWith("administrators.admin may s3:PutBucketPolicy");
    }

    [Theory]
    [InlineData(Bucket, "s3:GetObjekt", "s3:GetObjekt is no action of s3")]
    [InlineData(Bucket, "kms:Decrypt", "kms:Decrypt is no action of s3")]
    [InlineData("arn:aws:s3:::other", "s3:ListBucket", "arn:aws:s3:::other is not what bears the policy")]
    public async Task AFaultOfAPolicy_IsFound(string resource, string action, string fault)
    {
        var proof = await ProveAsync(
            KeyPolicy,
            $$"""{"Effect":"Deny","Principal":"*","Action":"{{action}}","Resource":"{{resource}}"}""");
        proof.Lint.Select(found => found.Fault).Should().Contain(fault);
    }

    [Fact]
    public async Task AStatementWithoutAPrincipal_IsAFault() =>
        (await ProveAsync(KeyPolicy, $$"""{"Effect":"Deny","Action":"s3:GetObject","Resource":"{{Bucket}}/*"}""")).Lint
            .Select(found => found.Fault).Should().Contain("names no principal");

    [Fact]
    public async Task WhatIsNotKnown_IsSaid()
    {
        (await ProveAsync(KeyPolicy, BucketPolicy)).Unseen.Should().BeEmpty();
        (await ProveAsync(null, null)).Unseen.Should()
            .Equal("policy of bucket churn-data", "policy of key 1234abcd-12ab-34cd-56ef-1234567890ab");
    }

    [Fact]
    public async Task AnOutputThatTheStackDoesNotHave_IsNamed() =>
        (await ProveAsync(KeyPolicy, BucketPolicy, Contract.Replace("Arns.main", "Arns.mian", StringComparison.Ordinal))).Failures.First()
            .Should().Be("executionRoles.training.may[1]: {keyArns.mian}: the stack has no such output");

    private static string Allow(string principal, string condition = "{}") =>
        $$"""
        {"Sid":"Added","Effect":"Allow","Principal":{{principal}},"Action":"s3:GetObject","Resource":"{{Bucket}}/out/*",
         "Condition":{{condition}} }
        """;

    private static async Task<ProofResult> ProveAsync(string? key, string? bucket = BucketPolicy, string contract = Contract)
    {
        var account = new Account().Role(
            "training", """{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}""");
        account.Details["RoleDetailList"]![0]!["AssumeRolePolicyDocument"]!["Statement"]![0]!["Condition"] =
            JsonNode.Parse("""{"StringEquals":{"aws:SourceAccount":"123456789012"}}""");
        var resources = new Dictionary<string, string?> { [Key] = key, [Bucket] = bucket }.Where(entry => entry.Value is not null)
            .Select(entry => KeyValuePair.Create(
                entry.Key, JsonNode.Parse($$"""{"Version":"2012-10-17","Statement":[{{entry.Value}}]}""")));
        var outputs = JsonNode.Parse($$"""{"executionRoleArns":{"training":"{{Role}}"},"keyArns":{"main":"{{Key}}"} }""")!.AsObject();
        var text = contract.Replace(
            "    may:\n      - { action: kms:Decrypt",
            "    may:\n      - { be assumed by: sagemaker.amazonaws.com, for account: this }\n      - { action: kms:Decrypt",
            StringComparison.Ordinal);
        return await AccessProof.RunAsync(
            ContractText.Read(text), new AuthorizationDetails(account.Details), SmallStack.Place, outputs,
            new() { Resources = new(resources) });
    }
}
