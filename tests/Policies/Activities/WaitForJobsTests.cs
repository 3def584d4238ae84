using SageMakerIam.Policies.Activities;

namespace SageMakerIam.Tests.Policies.Activities;

public class WaitForJobsTests
{
    [Theory]
    [InlineData("events:PutRule", "StepFunctionsGetEventsForSageMakerTrainingJobsRule", true)]
    [InlineData("events:PutTargets", "StepFunctionsGetEventsForSageMakerTrainingJobsRule", true)]
    [InlineData("events:DescribeRule", "StepFunctionsGetEventsForSageMakerTuningJobsRule", true)]
    [InlineData("events:DeleteRule", "StepFunctionsGetEventsForSageMakerTrainingJobsRule", false)]
    [InlineData("events:PutRule", "someone-elses", false)]
    [InlineData("events:PutTargets", "StepFunctionsGetEventsForBatchJobsRule", false)]
    public async Task Rule_IsOneOfStepFunctionsForSageMaker(string action, string rule, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            new WaitForJobs().Statements(PolicyJudge.Scope), action, $"arn:aws:events:us-east-1:123456789012:rule/{rule}"))
            .Should().Be(allowed);
}
