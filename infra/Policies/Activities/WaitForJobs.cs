using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Waiting for the end of jobs as Step Functions does, where a task's integration is <c>.sync</c>: an EventBridge rule tells of it.
/// </summary>
/// <remarks>AWS Step Functions Developer Guide, "Create and manage Amazon SageMaker AI jobs with Step Functions", IAM policies.</remarks>
internal static class WaitForJobs
{
    private static readonly ImmutableArray<string> Rules = ["ProcessingJobs", "TrainingJobs", "TransformJobs", "TuningJobs"];

    /// <summary>The statements, for jobs whose names begin with one of the prefixes.</summary>
    public static IEnumerable<Statement> Statements(ImmutableArray<string> resourcePrefixes, AwsAccount account)
    {
        yield return new Statement
        {
            Sid = "WaitForJobs",
            Actions = ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
            // Step Functions names its rules so, one for all the jobs of a kind.
            Resources = [.. Rules.Select(jobs => account.Regional("events", $"rule/StepFunctionsGetEventsForSageMaker{jobs}Rule"))],
        };
        yield return new Statement
        {
            Sid = "JobTags",
            // By a tag, Step Functions knows the jobs that it started again.
            Actions = ["sagemaker:ListTags"],
            Resources =
            [
                .. account.SageMaker("hyper-parameter-tuning-job", resourcePrefixes),
                .. account.SageMaker("processing-job", resourcePrefixes),
                .. account.SageMaker("training-job", resourcePrefixes),
                .. account.SageMaker("transform-job", resourcePrefixes),
            ],
        };
    }
}
