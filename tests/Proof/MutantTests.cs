using System.Text.Json.Nodes;
using Proof.Judging;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof;

[Collection(Judge.Proofs)]
public sealed class MutantTests
{
    [Fact]
    public async Task EveryPartOfEveryPolicy_IsTakenAway()
    {
        var parts = SmallStack.Details();
        var statements = parts.Statements().Append(parts.Statement("SageMakerAssumeRole"));
        var count = statements.Sum(statement =>
            Count(statement!["Action"]) + Count(statement["Resource"]) + Count(statement["Principal"]?["Service"])
            // A condition is taken away whole, and each of its values where it has several.
            + (statement["Condition"]?.AsObject().SelectMany(entry => entry.Value!.AsObject()).Sum(key =>
                1 + (Count(key.Value) is var values and > 1 ? values : 0)) ?? 0));
        var mutants = (await SmallStack.ProveAsync()).Mutants;
        (mutants.Count - mutants.Widened).Should().Be(count);
    }

    [Fact]
    public async Task AContractWithoutItsStrangers_DoesNotMissACondition()
    {
        var lines = File.ReadLines(SmallStack.ContractFile).Where(line => !line.Contains("do the same", StringComparison.Ordinal));
        var proof = await AccessProof.RunAsync(
            ContractText.Read(string.Join('\n', lines)), new(SmallStack.Details()), SmallStack.Place);
        proof.Mutants.Unnoticed.Should().Contain(mutant => mutant.Taken == "Condition StringEquals iam:PassedToService")
            .And.Contain(mutant => mutant.Taken == "Condition StringEquals aws:SourceAccount");
    }

    [Fact]
    public async Task ARightThatNoRowNeeds_IsSaidWithTheTasksThatAskForIt_AndNotHowWideItIs()
    {
        var proof = await SmallStack.ProveAsync(details => details.RoleStatements().Add(
            SmallStack.Allow("s3:PutObject", "arn:aws:s3:::example-churn-data/tmp/*")));

        proof.Mutants.Unnoticed.Should().Contain(mutant => mutant.Statement == "Added" && mutant.Widened);
        proof.Failures.Where(failure => failure.Contains(", in Added of", StringComparison.Ordinal)).Should()
            .OnlyContain(failure => failure.StartsWith("taken away and not missed: ", StringComparison.Ordinal))
            .And.ContainSingle(failure => failure.Contains(": Action s3:PutObject", StringComparison.Ordinal))
            .Which.Should().MatchRegex("add the row that needs it: .*'write'.*, or one of [0-9]+ more$");
    }

    [Fact]
    public async Task ADenyThatNothingTests_IsNotMissed()
    {
        var proof = await SmallStack.ProveAsync(details => details.RoleStatements().Add(
            new JsonObject
            {
                ["Sid"] = "Never",
                ["Effect"] = "Deny",
                ["Action"] = "s3:DeleteBucket",
                ["Resource"] = "arn:aws:s3:::elsewhere",
            }));
        proof.Mutants.Unnoticed.Select(mutant => mutant.ToString()).Should()
            .Contain("Action s3:DeleteBucket, in Never of inline policy churn-training of role churn-training-a1b2c3d");
    }

    [Fact]
    public async Task ADenyThatTheContractNeeds_IsMissed()
    {
        var proof = await SmallStack.ProveAsync(details =>
        {
            details.Statement("S3Write")["Resource"]!.AsArray().Add("arn:aws:s3:::example-churn-data/train/*");
            details.RoleStatements().Add(
                new JsonObject
                {
                    ["Sid"] = "Never",
                    ["Effect"] = "Deny",
                    ["Action"] = new JsonArray("s3:PutObject", "s3:AbortMultipartUpload"),
                    ["Resource"] = "arn:aws:s3:::example-churn-data/train/*",
                });
        });
        proof.Mutants.Unnoticed.Should().NotContain(mutant => mutant.Statement == "Never");
    }

    [Fact]
    public async Task ADenyOfWhatHasNoRightKey_IsMissedWithEachOfItsParts()
    {
        const string key = "sagemaker:VolumeKmsKeyArn";
        var proof = await SmallStack.ProveAsync(details => details.DeployerStatements().Add(
            new JsonObject
            {
                ["Sid"] = "Never",
                ["Effect"] = "Deny",
                ["Action"] = "sagemaker:CreateTrainingJob",
                ["Resource"] = "*",
                ["Condition"] = new JsonObject { ["Null"] = new JsonObject { [key] = "false" } },
            }));
        proof.Mutants.Unnoticed.Where(mutant => mutant.Statement == "Never").Select(mutant => mutant.Taken).Should()
            .NotContain($"Condition Null {key}", "without it, no job could be created at all")
            .And.Contain("Action sagemaker:CreateTrainingJob", "no row asks for a job with a key");
    }

    [Fact]
    public async Task ABoundary_HidesNothingThatAPolicyGivesAway()
    {
        const string arn = "arn:aws:iam::123456789012:policy/bound";
        var proof = await SmallStack.ProveAsync(details =>
        {
            details["Policies"]!.AsArray().Add(new JsonObject
            {
                ["Arn"] = arn,
                ["PolicyVersionList"] = new JsonArray(new JsonObject
                {
                    ["IsDefaultVersion"] = true,
                    ["Document"] = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = details.RoleStatements().DeepClone() },
                }),
            });
            details["RoleDetailList"]![0]!["PermissionsBoundary"] = new JsonObject { ["PermissionsBoundaryArn"] = arn };
        });
        proof.BrokenRows.Should().BeEmpty();
        proof.Mutants.Unnoticed.Should().BeEmpty("the boundary would keep what each condition keeps");
    }

    [Fact]
    public async Task OneOfSeveralValuesOfACondition_IsTakenAwayToo()
    {
        var proof = await SmallStack.ProveAsync(details =>
            details.Statement("PassExecutionRoles")["Condition"] = JsonNode.Parse(
                """{"StringEquals":{"iam:PassedToService":["sagemaker.amazonaws.com","batch.amazonaws.com"]}}"""));
        proof.Mutants.Unnoticed.Should()
            .ContainSingle(mutant => mutant.Taken == "Condition StringEquals iam:PassedToService = batch.amazonaws.com");
    }

    private static int Count(JsonNode? node) => node switch { null => 0, JsonArray list => list.Count, _ => 1 };
}
