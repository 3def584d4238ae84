using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Wait for the end of jobs, as Step Functions does for a task whose integration is <c>.sync</c>: an EventBridge rule tells of it.
/// </summary>
/// <remarks>AWS Step Functions Developer Guide, "Create and manage Amazon SageMaker AI jobs with Step Functions", IAM policies.</remarks>
internal sealed record WaitForJobs : MLActivity
{
    private static readonly ImmutableArray<string> Rules = ["ProcessingJobs", "TrainingJobs", "TransformJobs", "TuningJobs"];

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "WaitForJobs",
            Actions = ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
            // Step Functions names its rules so, one for all the jobs of a kind.
            Resources = [.. Rules.Select(jobs => scope.Account.Regional("events", $"rule/StepFunctionsGetEventsForSageMaker{jobs}Rule"))],
        };
        yield return new Statement
        {
            Sid = "JobTags",
            // By a tag, Step Functions knows the jobs that it started again.
            Actions = ["sagemaker:ListTags"],
            Resources = scope.SageMaker("hyper-parameter-tuning-job", "processing-job", "training-job", "transform-job"),
        };
    }
}
