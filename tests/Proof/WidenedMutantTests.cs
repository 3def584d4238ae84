using System.Text.Json.Nodes;
using Proof.Contracts;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof;

/// <summary>What a policy lets in when it is one step wider, and who stands there.</summary>
[Collection(Judge.Proofs)]
public sealed class WidenedMutantTests
{
    private const string CiMayNot = "deployers.churn-ci may not do the same with another";
    private const string RoleMayNot = "executionRoles.churn-training may not do the same with another";

    [Theory]
    [InlineData("Resource", "training-job/churn-*", "training-job/churn*", $"{CiMayNot} name")]
    [InlineData("Resource", "training-job/churn-*", "training-job/chur*", $"{CiMayNot} name")]
    [InlineData("Resource", "repository/churn-training", "repository/churn-trainin*", $"{CiMayNot} repository")]
    [InlineData("Resource", "log-group:/aws/sagemaker/TrainingJobs:*", "log-group:/aws/sagemaker/TrainingJobs*", $"{CiMayNot} name")]
    [InlineData("Resource", "example-churn-data/train/*", "example-churn-data/train*", $"{CiMayNot} folder")]
    [InlineData("Resource", ":123456789012:training-job/churn-*", ":12345678901*:training-job/churn-*", $"{CiMayNot} account")]
    [InlineData("Resource", "sagemaker:us-east-1:123456789012:training-job/churn-*",
        "sagemaker:us-east-*:123456789012:training-job/churn-*", $"{CiMayNot} region")]
    [InlineData("Condition", "train/*", "train*", $"{CiMayNot} folder")]
    [InlineData("Resource", "log-group:/aws/sagemaker/*", "log-group:/aws/sagemaker*", $"{RoleMayNot} log group")]
    public async Task OneStepWider_LetsTheNearestStrangerIn(string element, string narrow, string wide, string row)
    {
        var proof = await SmallStack.ProveAsync(details =>
        {
            foreach (var statement in details.Statements())
            {
                if (statement![element] is { } part)
                {
                    statement[element] = JsonNode.Parse(part.ToJsonString().Replace(narrow, wide, StringComparison.Ordinal));
                }
            }
        });
        proof.BrokenRows.Select(broken => broken.Row.Text).Should().Contain(row);
    }

    [Theory]
    [InlineData("""{"StringEqualsIfExists":{"iam:PassedToService":"sagemaker.amazonaws.com"}}""")]
    [InlineData("""{"ForAllValues:StringEquals":{"iam:PassedToService":"sagemaker.amazonaws.com"}}""")]
    [InlineData("""{"StringEqualsIgnoreCase":{"iam:PassedToService":"sagemaker.amazonaws.com"}}""")]
    [InlineData("""{"StringLike":{"iam:PassedToService":"sagemaker.amazonaws.co*"}}""")]
    public async Task ACondition_ThatAsksForLess_IsNoticed(string condition)
    {
        var proof = await SmallStack.ProveAsync(details =>
            details.Statement("PassExecutionRoles")["Condition"] = JsonNode.Parse(condition));
        proof.BrokenRows.Select(broken => broken.Row.Text).Should().Contain($"{CiMayNot} service");
    }

    [Fact]
    public async Task AKeyThatIsAbsent_IsNoMutant_WhereAnotherStatementAllowsIt()
    {
        var proof = await SmallStack.ProveAsync(details => details.RoleStatements().Add(JsonNode.Parse(
            """
            {"Sid":"Head","Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::example-churn-data",
              "Condition":{"Null":{"s3:prefix":"true"}}}
            """)));
        proof.Mutants.Unnoticed.Should().NotContain(mutant => mutant.Taken.Contains("s3:prefix, only if it is there"));
    }

    [Fact]
    public async Task WhereAContractSaysWhatNamesBeginWith_StrangersStandBesideThat()
    {
        var contract = (await File.ReadAllTextAsync(SmallStack.ContractFile)).Replace(
            "  churn-ci:", "  churn-ci:\n    resourcePrefixes: [churn-n, churn-s, churn-f, churn-b, churn-a]");
        var rows = new RowBuilder(
            ResolvedContract.Of(ContractText.Read(contract), SmallStack.Place, new(SmallStack.Details()), outputs: null)).Build();
        rows.Single(row => row.Text == $"{CiMayNot} name").Requests.Select(request => request.On).Should()
            .Contain("arn:aws:sagemaker:us-east-1:123456789012:training-job/churn-2nightly")
            .And.NotContain(on => on.EndsWith("churn2-nightly", StringComparison.Ordinal));
    }
}
