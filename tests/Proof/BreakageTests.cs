using System.Text.Json.Nodes;
using Proof;
using Proof.Judging;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof;

/// <summary>Breaks the stack's permissions in one way each: the proof does not hold, and says which row and which statement.</summary>
[Collection(Judge.Proofs)]
public sealed class BreakageTests
{
    private const string CiMayNot = "deployers.churn-ci may not do the same with another";
    private const string RoleMayNot = "executionRoles.churn-training may not do the same with another";

    [Fact]
    public async Task ReachThatTheContractDoesNotBound_IsNoneButLoginsAndLists()
    {
        var lines = File.ReadLines(SmallStack.ContractFile).Where(line => !line.Contains("foreignReach:"));
        var proof = await AccessProof.RunAsync(
            ContractText.Read(string.Join('\n', lines)), new AuthorizationDetails(SmallStack.Details()), SmallStack.Place);
        var over = proof.Overreaching.Should().ContainSingle().Which;
        over.Principal.Key.Should().Be("churn-ci");
        over.Actions.Should().Contain("application-autoscaling:DescribeScalingPolicies")
            .And.NotContain(action => action.Contains(":List"));
    }

    [Fact]
    public async Task TheStackAsItIs_Holds() => (await SmallStack.ProveAsync()).Failures.Should().BeEmpty();

    [Fact]
    public Task PassRoleWithoutItsCondition_IsCaught() =>
        ExpectAsync(
            details => details.Statement("PassExecutionRoles").Remove("Condition"),
            $"{CiMayNot} service",
            "PassExecutionRoles of managed policy churn-ci-policy");

    [Fact]
    public Task PassRoleToAnyService_IsCaught() => ExpectAsync(
        details => details.Statement("PassExecutionRoles")["Condition"] = JsonNode.Parse("""{"StringLike":{"iam:PassedToService":"*"}}"""),
        $"{CiMayNot} service",
        "iam:PassedToService=lambda.amazonaws.com");

    [Fact]
    public Task PassRoleOnEveryRole_IsCaught() => ExpectAsync(
        details => details.Statement("PassExecutionRoles")["Resource"] = "*",
        "deployers.churn-ci: escalation sagemaker-002 is open",
        "role/SomeoneElsesAdmin to sagemaker.amazonaws.com");

    [Fact]
    public Task DataOfEveryBucket_IsCaught() =>
        ExpectAsync(
            details => details.Statement("S3Read")["Resource"] = "*",
            $"{RoleMayNot} bucket",
            "S3Read of inline policy churn-training of role churn-training-a1b2c3d");

    [Fact]
    public Task ListingWithoutAPrefix_IsCaught() =>
        ExpectAsync(details => details.Statement("S3List1").Remove("Condition"), $"{RoleMayNot} folder", "s3:prefix=someone-elses/");

    [Fact]
    public Task AnAddedPutUserPolicy_IsCaught() => ExpectAsync(
        details => details.DeployerStatements().Add(SmallStack.Allow("iam:PutUserPolicy", "arn:aws:iam::123456789012:user/*")),
        "deployers.churn-ci: escalation iam-007 is open (iam:PutUserPolicy)",
        "taken away and not missed: Action iam:PutUserPolicy, in Added of managed policy churn-ci-policy");

    [Fact]
    public Task TrustWithoutItsCondition_IsCaught() => ExpectAsync(
        details => details.Statement("SageMakerAssumeRole").Remove("Condition"),
        $"{RoleMayNot} account",
        "aws:SourceAccount=999999999999",
        "SageMakerAssumeRole of trust policy of role churn-training-a1b2c3d");

    [Fact]
    public Task TrustOfAnotherService_IsCaught() => ExpectAsync(
        details => details.Statement("SageMakerAssumeRole")["Principal"] = JsonNode.Parse(
            """{"Service":["sagemaker.amazonaws.com","lambda.amazonaws.com"]}"""),
        $"{RoleMayNot} service",
        "lambda.amazonaws.com: sts:AssumeRole");

    [Fact]
    public Task SwappedRoles_AreCaught() => ExpectAsync(
        details => details.Statement("PassExecutionRoles")["Resource"] = "arn:aws:iam::123456789012:role/other-training",
        "deployers.churn-ci may train churn-nightly",
        "PassExecutionRoles of managed policy churn-ci-policy does not match the resource");

    [Fact]
    public Task JobsOfEveryName_AreCaught() => ExpectAsync(
        details => details.Statement("ManageJobs")["Resource"]!.AsArray()[2] = "arn:aws:sagemaker:us-east-1:123456789012:training-job/*",
        $"{CiMayNot} name",
        "training-job/someone-elses-churn-nightly");

    [Fact]
    public Task JobsOfEveryRegionAndAccount_AreCaught() => ExpectAsync(
        details => details.Statement("ManageJobs")["Resource"]!.AsArray()[2] = "arn:aws:sagemaker:*:*:training-job/churn-*",
        $"{CiMayNot} region",
        $"{CiMayNot} account");

    [Fact]
    public Task AForgottenPermission_IsCaught() => ExpectAsync(
        details => details.RoleStatements().Remove(details.Statement("S3Read")),
        "executionRoles.churn-training may read s3://example-churn-data/train/",
        "s3:GetObject on arn:aws:s3:::example-churn-data/train/any-object",
        "expected allowed; no statement allows the action");

    [Fact]
    public async Task EachBrokenRequest_SaysWhatItMissesItself()
    {
        const string Contract = """
            deployers:
              ci:
                may:
                  - { action: s3:GetObject, on: arn:aws:s3:::other/key, with: { s3:ExistingObjectTag/team: red } }
                  - { action: s3:GetObject, on: arn:aws:s3:::data/key, with: { s3:ExistingObjectTag/team: blue } }
            """;
        var account = new Account().User("ci", """
            {"Sid":"Read","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*",
             "Condition":{"StringEquals":{"s3:ExistingObjectTag/team":"red"} } }
            """);

        var proof = await AccessProof.RunAsync(ContractText.Read(Contract), new AuthorizationDetails(account.Details), SmallStack.Place);

        const string Near = "no statement allows it; nearest: Read of inline policy inline of user ci does not match ";
        proof.BrokenRows.SelectMany(row => row.Broken).Select(broken => broken.Decision.Reason).Should()
            .Equal($"{Near}the resource", $"{Near}the condition StringEquals s3:ExistingObjectTag/team");
    }

    [Fact]
    public Task AnUnneededPermission_IsCaught() => ExpectAsync(
        details => details.RoleStatements().Add(SmallStack.Allow("s3:DeleteObject", "arn:aws:s3:::example-churn-data/tmp/*")),
        "taken away and not missed: Action s3:DeleteObject, in Added of inline policy churn-training of role churn-training-a1b2c3d");

    [Fact]
    public Task AManagedPolicyOfAwsWithoutItsDocument_IsCaught() => ExpectAsync(
        details => details["RoleDetailList"]![0]!["AttachedManagedPolicies"]!.AsArray().Add(
            new JsonObject { ["PolicyName"] = "AmazonS3FullAccess", ["PolicyArn"] = "arn:aws:iam::aws:policy/AmazonS3FullAccess" }),
        "could not be decided: the details do not hold the document of arn:aws:iam::aws:policy/AmazonS3FullAccess");

    [Fact]
    public Task ARoleThatIsGone_IsCaught() => ExpectAsync(
        details => details["RoleDetailList"]!.AsArray().Clear(),
        "executionRoles.churn-training: the account has no role named churn-training");

    private static async Task ExpectAsync(Action<JsonObject> alter, params string[] words)
    {
        var proof = await SmallStack.ProveAsync(alter);
        var failures = string.Join('\n', proof.Failures);
        proof.Held.Should().BeFalse();
        foreach (var word in words)
        {
            failures.Should().Contain(word);
        }
    }
}
