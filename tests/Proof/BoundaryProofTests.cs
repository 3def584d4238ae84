using System.Text.Json;
using System.Text.Json.Nodes;
using Proof;
using Proof.Judging;
using Proof.Results;
using SageMakerIam.Plan;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Controls;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Policies.Trust;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Tests.Policies;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof;

/// <summary>
/// The boundaries that a stack makes, and what hands the making of roles over with them: each part of them is needed, nothing in them is
/// too wide, and each mistake in them is noticed.
/// </summary>
[Collection(Judge.Proofs)]
public sealed class BoundaryProofTests
{
    private const string Account = "arn:aws:iam::123456789012";
    private const string OfRoles = $"{Account}:policy/executionRoles-boundary-a1b2c3d";
    private const string OfDeployers = $"{Account}:policy/deployers-boundary-a1b2c3d";
    private const string Training = $"{Account}:role/training";

    private const string Settings = """
        { "boundary": true,
          "executionRoles": {
            "training": { "roleName": "training", "buckets": [ { "name": "data", "access": ["read"], "prefix": "train/" } ],
              "metricNamespaces": [] },
            "serving": { "roleName": "serving", "buckets": [ { "name": "models", "access": ["read"] } ], "metricNamespaces": [] } },
          "deployers": {
            "ci": { "executionRoles": ["training"], "activities": ["invokeEndpoints"], "resourcePrefixes": ["churn-"] } } }
        """;

    private const string Contract = """
        executionRoles:
          training:
            boundary: executionRoles-boundary
            may:
              - { be assumed by: sagemaker.amazonaws.com, for account: this }
              - look up role: training
              - read: s3://data/train/
              - write logs of: /aws/sagemaker/
          serving:
            boundary: executionRoles-boundary
            may:
              - { be assumed by: sagemaker.amazonaws.com, for account: this }
              - look up role: serving
              - read: s3://models/
              - write logs of: /aws/sagemaker/
        deployers:
          ci:
            boundary: deployers-boundary
            may:
              - { pass: training, to: sagemaker.amazonaws.com }
              - look up role: training
              - invoke endpoint: churn-api
              - { invoke component: churn-part, on endpoint: churn-api }
        """;

    private static readonly Lazy<(string Roles, string Deployers)> Boundaries = new(() =>
    {
        var settings = StackSettingsReader.Read("boundaries", JsonDocument.Parse(Settings).RootElement, PolicyJudge.Account);
        var planned = PlannedBoundaries.Of(settings, PolicyJudge.Account, []);
        return (
            planned[BoundedKind.ExecutionRoles](OwnKeyArns.None).ToJson(), planned[BoundedKind.Deployers](OwnKeyArns.None).ToJson());
    });

    /// <summary>
    /// A statement, what stands in it, what stands there by mistake, and what the proof says of it: of the boundary of the execution roles.
    /// </summary>
    public static TheoryData<string, string, string, string> OfTheBoundary { get; } = new()
    {
        { "KeepBoundary", "\"iam:PutRolePermissionsBoundary\",", "", "does not deny iam:PutRolePermissionsBoundary on role/" },
        { "KeepBoundary", "\"*\"", $"\"{Account}:user/*\"", "does not deny iam:DeleteRolePermissionsBoundary on role/" },
        { "KeepBoundary", "Deny", "Allow", "does not deny iam:DeleteUserPermissionsBoundary on user/" },
        { "KeepBoundaryPolicy", "iam:CreatePolicyVersion", "iam:CreatePolicy", "does not deny iam:CreatePolicyVersion on policy/" },
        { "KeepBoundaryPolicy", "*-boundary-*", "*-boundary", "does not deny iam:DeletePolicy on policy/executionRoles-boundary" },
        { "Bound2", "\"s3:GetObject\"", "\"s3:GetObjectTagging\"", "training may read s3://data/train/" },
        { "Bound2", "data/train/*", "data/*", "allows s3:GetObject on arn:aws:s3:::data/*, which nobody whom it bounds has" },
        { "Bound2", "\"arn:aws:s3:::data/train/*\"", "\"*\"", "allows s3:GetObject on *, which nobody whom it bounds has" },
        { "Bound2", "\"Resource\"", "\"NotResource\"", "allows by NotResource all but what that names" },
        { "Bound2", "\"Action\"", "\"NotAction\"", "allows by NotAction all but what that names" },
        { "Bound2", "aws:ResourceAccount", "aws:PrincipalAccount", "allows s3:GetObject on arn:aws:s3:::data/train/*, which nobody" },
        { "Bound2", "\"s3:GetObject\"", "[\"s3:GetObject\",\"s3:DeleteObject\"]", "not missed: Action s3:DeleteObject, in Bound2" },
    };

    /// <summary>The same of the policy for those who make roles with that boundary.</summary>
    public static TheoryData<string, string, string, string> OfTheDelegation { get; } = new()
    {
        { "RolesWithBoundary", "StringEquals", "StringEqualsIfExists", "allows iam:CreateRole on role/made" },
        { "RolesWithBoundary", OfRoles, $"{Account}:policy/*", "does not allow iam:CreateRole on role/made" },
        { "RolesWithBoundary", "StringEquals", "ForAllValues:StringEquals", "allows iam:PutRolePolicy on role/made" },
        { "RolesWithBoundary", "\"iam:CreateRole\",", "", "does not allow iam:CreateRole on role/made" },
        { "RolesWithBoundary", "\"iam:CreateRole\",", "\"iam:CreateRole\",\"iam:UpdateAssumeRolePolicy\",", "UpdateAssumeRolePolicy" },
        { "LookUpRoles", "\"iam:GetRole\",", "\"iam:GetRole\",\"iam:PassRole\",", "allows iam:PassRole on role/made" },
        { "KeepBoundary", "\"iam:PutUserPermissionsBoundary\"", "\"iam:TagUser\"", "allows iam:PutUserPermissionsBoundary on user/" },
        { "KeepBoundaryPolicy", "Deny", "Allow", "allows iam:SetDefaultPolicyVersion on policy/executionRoles-boundary-a1b2c3d" },
    };

    [Fact]
    public async Task WithoutAMistake_EveryPartOfThemIsNeeded_AndNoneIsTooWide()
    {
        var proof = await ProveAsync();
        proof.Failures.Should().BeEmpty();
        proof.Boundaries.Count.Should().Be(2);
        proof.Mutants.Count.Should().BeGreaterThan((await ProveAsync(boundaries: false)).Mutants.Count + 100);
    }

    [Theory]
    [MemberData(nameof(OfTheBoundary))]
    public async Task AMistakeInABoundary_IsNoticed(string sid, string right, string wrong, string words) =>
        Said(await ProveAsync(roles: MistakenAccount.With(Boundaries.Value.Roles, sid, right, wrong))).Should().Contain(words);

    [Theory]
    [MemberData(nameof(OfTheDelegation))]
    public async Task AMistakeInADelegation_IsNoticed(string sid, string right, string wrong, string words) =>
        Said(await ProveAsync(delegation: MistakenAccount.With(Delegation(), sid, right, wrong))).Should().Contain(words);

    [Fact]
    public async Task TheNameOfARoleThatIsStillToBeMade_NobodyCanMiss() => Said(await ProveAsync(Boundaries.Value.Roles.Replace(
            $"[\"{Account}:role/serving\"", $"[\"{Account}:role/later-role-*\",\"{Account}:role/serving\"", StringComparison.Ordinal)))
        .Should().BeEmpty();

    [Fact]
    public async Task WhereTheOutputsAreNotKnown_TheyAreFoundByTheirNames()
    {
        var proof = await ProveAsync(outputs: false);
        proof.Boundaries.Count.Should().Be(2);
        proof.Failures.Should().BeEmpty();
        Said(await ProveAsync(MistakenAccount.With(Boundaries.Value.Roles, "KeepBoundary", "Deny", "Allow"), outputs: false))
            .Should().Contain("would lift it");
    }

    [Fact]
    public async Task OneThatIsNotTheStacks_BoundsAndIsNobodysFault()
    {
        const string Anything = """{"Version":"2012-10-17","Statement":[{"Sid":"All","Effect":"Allow","Action":"s3:*","Resource":"*"}]}""";
        var proof = await ProveAsync(Anything, boundaries: false);
        proof.Boundaries.Count.Should().Be(0);
        proof.Mutants.Unnoticed.Should().NotContain(mutant => mutant.Policy.Contains("boundary", StringComparison.Ordinal));
        proof.BrokenRows.Should().Contain(broken => broken.Row.Text.Contains("may write logs of", StringComparison.Ordinal), "it bounds");
    }

    private static string Said(ProofResult proof) => string.Join('\n', proof.Failures);

    private static string Delegation() => BoundaryDelegation.Document(OfRoles, PolicyJudge.Account).ToJson();

    private static async Task<ProofResult> ProveAsync(
        string? roles = null, string? delegation = null, bool boundaries = true, bool outputs = true)
    {
        var settings = StackSettingsReader.Read("boundaries", JsonDocument.Parse(Settings).RootElement, PolicyJudge.Account);
        var trust = TrustPolicy.Document(settings.ExecutionRoles["training"].TrustedServices, true, PolicyJudge.Account).ToJson();
        string Role(string name) => $$"""
            {"RoleName":"{{name}}","Arn":"{{Account}}:role/{{name}}","PermissionsBoundary":{"PermissionsBoundaryArn":"{{OfRoles}}"},
             "AssumeRolePolicyDocument":{{trust}},
             "RolePolicyList":{{MistakenAccount.Policies("policy", ExecutionRolePolicy.Statements(
                 name, settings.ExecutionRoles[name], $"{Account}:role/{name}", [], PolicyJudge.Account))}}}
            """;
        var held = DeployerPolicy.Statements(
            settings.Deployers["ci"], [new PassedRole(Training, settings.ExecutionRoles["training"].TrustedServices)], PolicyJudge.Account);
        var details = JsonNode.Parse($$"""
            {"UserDetailList":[{"UserName":"ci","Arn":"{{Account}}:user/ci","UserPolicyList":{{MistakenAccount.Policies("policy", held)}},
               "PermissionsBoundary":{"PermissionsBoundaryArn":"{{OfDeployers}}"} }],
             "RoleDetailList":[{{Role("training")}},{{Role("serving")}}],
             "Policies":[{{Policy(OfRoles, roles ?? Boundaries.Value.Roles)}},{{Policy(OfDeployers, Boundaries.Value.Deployers)}}]}
            """)!;
        var made = JsonNode.Parse($$"""
            {"executionRoleArns":{"training":"{{Training}}","serving":"{{Account}}:role/serving"},
             "deployerArns":{"ci":"{{Account}}:user/ci"} }
            """)!.AsObject();
        if (boundaries)
        {
            made["boundaryArns"] = new JsonObject { ["executionRoles"] = OfRoles, ["deployers"] = OfDeployers };
            made["boundaryDelegationPolicies"] = new JsonObject { ["executionRoles"] = delegation ?? Delegation() };
        }

        return await AccessProof.RunAsync(
            ContractText.Read(Contract), new AuthorizationDetails(details), SmallStack.Place, outputs ? made : null);
    }

    private static string Policy(string arn, string document) =>
        $$"""{"Arn":"{{arn}}","PolicyVersionList":[{"IsDefaultVersion":true,"Document":{{document}}}]}""";
}
