using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Activities;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies;

public class ExecutionRolePolicyTests
{
    private static readonly ExecutionRoleSettings Launcher = new()
    {
        Activities = [new ManageJobs(), new ManageEndpoints()],
        ResourcePrefixes = ["unet-"],
    };

    [Fact]
    public void RoleThatLaunchesWork_ListsLogStreamsOnce() =>
        Statements(Launcher).Where(statement => statement.Actions.Contains("logs:DescribeLogStreams")).Select(statement => statement.Sid)
            .Should().Equal("Logs");

    [Fact]
    public void RoleThatLaunchesWork_HasNoStatementWithoutAnAction() =>
        Statements(Launcher).Should().OnlyContain(statement => !statement.Actions.IsEmpty);

    private static ImmutableArray<Statement> Statements(ExecutionRoleSettings role) =>
        ExecutionRolePolicy.Statements(role, "arn:aws:iam::123456789012:role/unet", PolicyJudge.Account);
}
