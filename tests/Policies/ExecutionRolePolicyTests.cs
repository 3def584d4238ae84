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

    [Theory]
    [InlineData("sagemaker:CreateTrainingJob", "training-job/pipelines-0123456789ab-train-AbCdEfGhIj", true)]
    [InlineData("sagemaker:ListTags", "training-job/pipelines-0123456789ab-train-AbCdEfGhIj", true)]
    [InlineData("sagemaker:CreateTrainingJob", "training-job/unet-1", true)]
    [InlineData("sagemaker:CreateTrainingJob", "training-job/pipeline-1", false)]
    [InlineData("sagemaker:CreateModel", "model/pipelines-0123456789ab-model-AbCdEfGhIj", false)]
    [InlineData("sagemaker:DeletePipeline", "pipeline/pipelines-of-another", false)]
    public async Task PipelineSteps_AreOfTheKindsOfTheOtherActivities(string action, string resource, bool allowed) =>
        (await AllowsAsync(Pipelines with { PipelineSteps = true }, action, resource)).Should().Be(allowed);

    [Fact]
    public async Task PipelineSteps_AreDenied_WhereTheyAreNotAskedFor() =>
        (await AllowsAsync(Pipelines, "sagemaker:CreateTrainingJob", "training-job/pipelines-0123456789ab-train-A")).Should().BeFalse();

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/unet", "sagemaker.amazonaws.com", false)]
    [InlineData("arn:aws:iam::123456789012:role/steps", "sagemaker.amazonaws.com", true)]
    [InlineData("arn:aws:iam::123456789012:role/steps", "lambda.amazonaws.com", false)]
    [InlineData("arn:aws:iam::123456789012:role/steps2", "sagemaker.amazonaws.com", false)]
    public async Task PassedRoles_ArePassedToSageMakerAlone(string role, string service, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            Statements(Launcher with { Passes = ["steps"] }, "arn:aws:iam::123456789012:role/steps"),
            "iam:PassRole",
            role,
            ("iam:PassedToService", service)))
            .Should().Be(allowed);

    [Theory]
    [InlineData("sns:Publish", "arn:aws:sns:us-east-1:123456789012:done", true)]
    [InlineData("sns:Publish", "arn:aws:sns:us-east-1:123456789012:done2", false)]
    [InlineData("sns:Subscribe", "arn:aws:sns:us-east-1:123456789012:done", false)]
    [InlineData("lambda:InvokeFunction", "arn:aws:lambda:us-east-1:123456789012:function:check", true)]
    [InlineData("lambda:InvokeFunction", "arn:aws:lambda:us-east-1:123456789012:function:check2", false)]
    [InlineData("lambda:UpdateFunctionCode", "arn:aws:lambda:us-east-1:123456789012:function:check", false)]
    [InlineData("sqs:SendMessage", "arn:aws:sqs:us-east-1:123456789012:approve", true)]
    [InlineData("sqs:SendMessage", "arn:aws:sqs:us-east-1:123456789012:approve2", false)]
    [InlineData("sqs:ReceiveMessage", "arn:aws:sqs:us-east-1:123456789012:approve", false)]
    public async Task Messages_GoWhereTheSettingsSay(string action, string resource, bool allowed) => (await PolicyJudge.AllowsAsync(
        Statements(new()
        {
            Topics = ["arn:aws:sns:us-east-1:123456789012:done"],
            Functions = ["arn:aws:lambda:us-east-1:123456789012:function:check"],
            Queues = ["arn:aws:sqs:us-east-1:123456789012:approve"],
        }),
        action,
        resource)).Should().Be(allowed);

    private static ExecutionRoleSettings Pipelines => new()
    {
        Activities = [new ManageJobs(), new ManagePipelines()],
        ResourcePrefixes = ["unet-"],
    };

    private static Task<bool> AllowsAsync(ExecutionRoleSettings role, string action, string resource) =>
        PolicyJudge.AllowsAsync(Statements(role), action, $"arn:aws:sagemaker:us-east-1:123456789012:{resource}");

    private static ImmutableArray<Statement> Statements(ExecutionRoleSettings role, params ImmutableArray<string> passed) =>
        ExecutionRolePolicy.Statements("unet", role, "arn:aws:iam::123456789012:role/unet", passed, PolicyJudge.Account);
}
