using Proof;
using Proof.Contracts;

namespace SageMakerIam.Tests.Proof.Contracts;

public sealed class TeamsTests
{
    private const string TwoTeams = """
        executionRoles: { red: {}, blue: {} }
        deployers:
          red-ci: { may: [ { train: red-1, as: red, with an image of: none, on data under: none, results under: none },
            { list all: TrainingJobs } ], mayNot: [ do the same to another: team ] }
          blue-ci: { may: [ { train: blue-1, as: blue, with an image of: none, on data under: none, results under: none },
            { list all: TrainingJobs } ], mayNot: [] }
        """;

    [Fact]
    public void AnotherTeam_IsAllThatItsPrincipalsMayDo_ByThisOne() =>
        Build(TwoTeams).Rows.Single(row => !row.May).Requests.Should()
            .OnlyContain(request => request.By.EndsWith("/red-ci"))
            .And.Contain(request => request.Action == "sagemaker:CreateTrainingJob" && request.On.EndsWith("/blue-1"))
            .And.Contain(request => request.Action == "iam:PassRole" && request.On.EndsWith("role/blue"));

    [Fact]
    public void WhatBothMayDo_IsShared_AndSaidWithItsReason()
    {
        var shared = Build(TwoTeams).Shared;
        shared.Select(reach => reach.Action).Should().Equal("logs:DescribeLogStreams", "sagemaker:ListTrainingJobs");
        shared.Select(reach => reach.Why).Should().Contain("the action knows no resource: each sees the names of the other's, and no more");
        shared[0].Principals.Should().Equal("deployers.blue-ci", "deployers.red-ci");
    }

    /// <summary>A list of a whole bucket has an empty prefix, which a pattern has to match as any other.</summary>
    [Fact]
    public void WhatBothRead_IsShared_ByTheWordOfTheContract()
    {
        var shared = Build(
            """
            deployers:
              red-ci: { team: red, may: [ { read: s3://both/ }, { list all: Models } ], mayNot: [ do the same to another: team ] }
              blue-ci: { team: blue, may: [ { read: s3://both/ }, { list all: Trials } ], mayNot: [] }
            """);
        shared.Rows.Single(row => !row.May).Requests.Select(request => request.Action).Should().Equal("sagemaker:ListTrials");
        shared.Shared.Should().OnlyContain(reach => reach.Reason == null).And
            .Contain(reach => reach.Why == "the contract says so of both: arn:aws:s3:::both");
    }

    /// <summary>AWS's reason is one of an action on something, and excuses no other reach by the same action.</summary>
    [Theory]
    [InlineData("logs:PutLogEvents", "arn:aws:logs:us-east-1:123456789012:log-group:/aws/sagemaker/TrainingJobs:log-stream:a", true)]
    [InlineData("logs:PutLogEvents", "arn:aws:logs:us-east-1:123456789012:log-group:payroll:log-stream:a", false)]
    [InlineData("logs:GetLogEvents", "arn:aws:logs:us-east-1:123456789012:log-group:/aws/sagemaker/TrainingJobs:log-stream:a", false)]
    [InlineData("glue:GetTable", "arn:aws:glue:us-east-1:123456789012:catalog", true)]
    [InlineData("glue:GetTable", "arn:aws:glue:us-east-1:123456789012:database/both", false)]
    [InlineData("sagemaker:DescribeHub", "arn:aws:sagemaker:us-east-1:aws:hub/SageMakerPublicHub", true)]
    [InlineData("sagemaker:DescribeHub", "arn:aws:sagemaker:us-east-1:123456789012:hub/both", false)]
    [InlineData("sagemaker:DeleteCluster", "arn:aws:sagemaker:us-east-1:123456789012:cluster/0123456789ab", false)]
    [InlineData("events:PutTargets", "arn:aws:events:us-east-1:123456789012:rule/both", false)]
    public void AReason_IsOfAnActionOnSomething(string action, string resource, bool isAws) =>
        (SharedReason.Of(action, resource) is not null).Should().Be(isAws);

    [Fact]
    public void WhoPassesOneRole_IsOneTeam() => Fault("as: blue", "as: red").Should().Contain("The contract names no other team");

    [Fact]
    public void WhoSaysSo_IsOneTeam() =>
        Fault("{ may:", "{ team: all, may:").Should().Contain("The contract names no other team");

    [Theory]
    [InlineData("do the same to another: team ]", "do the same to another: bucket ]", "unknown word 'bucket'")]
    [InlineData("mayNot: []", "mayNot: [], x: 1", "unknown key 'x'")]
    public void AFault_IsNamed(string from, string to, string fault) => Fault(from, to).Should().Contain(fault);

    private static string Fault(string from, string to) => FluentActions
        .Invoking(() => Build(TwoTeams.Replace(from, to, StringComparison.Ordinal)))
        .Should().Throw<InvalidContractException>().Which.Message;

    private static (IReadOnlyList<ContractRow> Rows, IReadOnlyList<SharedReach> Shared) Build(string yaml)
    {
        var builder = new RowBuilder(
            ResolvedContract.Of(ContractText.Read(yaml), SmallStack.Place, new AuthorizationDetails(), null));
        return (builder.Build(), builder.Shared);
    }
}
