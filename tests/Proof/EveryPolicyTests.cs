using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Proof;
using Proof.Judging;
using Proof.Results;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof;

/// <summary>
/// What stands beside the policies that the stack makes under names of its own: a policy that a grant adopts, an instance profile, the
/// audiences of an identity provider.
/// </summary>
[Collection(Judge.Proofs)]
public sealed class EveryPolicyTests
{
    private const string Role = "arn:aws:iam::123456789012:role/training";
    private const string Profile = "arn:aws:iam::123456789012:instance-profile/training";
    private const string Provider = "arn:aws:iam::123456789012:oidc-provider/gitlab.com";

    private const string Contract = """
        executionRoles:
          training:
            may:
              - be assumed by: ec2.amazonaws.com
              - be assumed by GitLab: project_path:acme/ml:ref_type:branch:ref:main
            mayNot:
              - do the same with another: [service, subject, audience]
        passRoleGrants:
          workspace:
            may:
              - { pass: training, to: ec2.amazonaws.com }
            mayNot:
              - do the same with another: [role, service]
        """;

    private const string Policies = "workspace:\n    policies: [pass-role]";

    [Fact]
    public async Task WithAllOfThemNamed_Holds()
    {
        var proof = await ProveAsync(Policies);
        proof.Failures.Should().BeEmpty();
    }

    [Fact]
    public async Task APolicyThatIsAdopted_IsMutatedAndLinted()
    {
        var proof = await ProveAsync(Policies, details => Pass(details)["Resource"] = "*");
        proof.Mutants.Unnoticed.Should().NotContain(mutant => mutant.Taken == "Resource *");
        proof.Lint.Select(fault => fault.Fault).Should().Contain("iam:PassRole knows a resource (role) and stands on *");
        (await ProveAsync(Policies, details => Pass(details)["Action"] = new JsonArray("iam:PassRole", "iam:GetRole"))).Mutants.Unnoticed
            .Select(mutant => mutant.ToString()).Should()
            .Contain("Action iam:GetRole, in statement 1 of inline policy pass-role of role workspace");
    }

    [Fact]
    public async Task APolicyThatIsNotKnownToBeTheStacks_IsNamed() => (await ProveAsync("workspace:")).Failures.Should().Contain(
        "passRoleGrants.workspace may do what the contract says by inline policy pass-role of role workspace alone\n"
        + "  where the stack makes that policy, name it under 'policies'; where it does not, the stack's own is not needed");

    [Fact]
    public async Task APolicyThatIsNotThere_IsNamed() => (await ProveAsync("workspace:\n    policies: [pass-role, pass]")).Failures.Should()
        .Contain("passRoleGrants.workspace: it has no policy pass");

    [Fact]
    public async Task ARoleThatItsProfileDoesNotHold_IsNamed() =>
        (await ProveAsync(Policies, details => details["RoleDetailList"]![0]!.AsObject().Remove("InstanceProfileList"))).Failures.Should()
            .Contain("executionRoles.training: the instance profile training does not hold it");

    [Fact]
    public async Task ARoleInAProfileOfSomebodyElses_IsNamed() =>
        (await ProveAsync(Policies, details => details["RoleDetailList"]![0]!["InstanceProfileList"]!.AsArray()
            .Add(JsonNode.Parse($$"""{"Arn":"{{Profile}}-2"}""")))).Failures.Should()
            .Contain("executionRoles.training: the instance profile training-2 holds it, and is none of the stack's");

    [Fact]
    public async Task AnAudienceThatNothingNeeds_IsNotMissed() =>
        (await ProveAsync(Policies, audiences: ["https://gitlab.com", "sts.amazonaws.com"])).Mutants.Unnoticed
            .Select(mutant => mutant.ToString()).Should()
            .Equal("Audience sts.amazonaws.com, in its audiences of identity provider gitlab.com");

    [Fact]
    public async Task AProviderWithoutTheAudience_LetsNobodyIn() =>
        (await ProveAsync(Policies, audiences: ["sts.amazonaws.com"])).BrokenRows.Single().Broken.Single().Decision.Reason.Should()
            .Be("the identity provider takes no token for https://gitlab.com");

    [Fact]
    public async Task ATrustThatLeavesTheAudienceToTheProvider_LetsNobodyElseIn() =>
        (await ProveAsync(Policies, details => details["RoleDetailList"]![0]!["AssumeRolePolicyDocument"]!["Statement"]![1]!["Condition"]!
            ["StringEquals"]!.AsObject().Remove("gitlab.com:aud"))).Failures.Should().BeEmpty("the provider takes no other token");

    private static JsonNode Pass(JsonNode details) =>
        details["RoleDetailList"]![1]!["RolePolicyList"]![0]!["PolicyDocument"]!["Statement"]![0]!;

    private static async Task<ProofResult> ProveAsync(
        string workspace, Action<JsonNode>? alter = null, params ImmutableArray<string> audiences)
    {
        const string Nobody = """{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}""";
        var account = new Account()
            .Role("training", $$"""
                {"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"},
                {"Effect":"Allow","Principal":{"Federated":"{{Provider}}"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":
                 {"StringEquals":{"gitlab.com:aud":"https://gitlab.com",
                  "gitlab.com:sub":"project_path:acme/ml:ref_type:branch:ref:main"} } }
                """)
            .Role("workspace", Nobody, $$"""
                {"Effect":"Allow","Action":"iam:PassRole","Resource":"{{Role}}",
                 "Condition":{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"} } }
                """);
        var details = account.Details;
        details["RoleDetailList"]![0]!["InstanceProfileList"] = JsonNode.Parse($$"""[{"Arn":"{{Profile}}"}]""");
        details["RoleDetailList"]![1]!["RolePolicyList"]![0]!["PolicyName"] = "pass-role";
        alter?.Invoke(details);
        var outputs = JsonNode.Parse(
            $$"""{"executionRoleArns":{"training":"{{Role}}"},"instanceProfileArns":{"training":"{{Profile}}"} }""")!.AsObject();
        var text = Contract.Replace("workspace:", workspace, StringComparison.Ordinal);
        return await AccessProof.RunAsync(
            ContractText.Read(text), new AuthorizationDetails(details), SmallStack.Place, outputs, new()
            {
                Resources = new()
                {
                    Audiences = ImmutableDictionary<string, ImmutableArray<string>>.Empty
                        .Add(Provider, audiences.IsEmpty ? ["https://gitlab.com"] : audiences),
                },
            });
    }
}
