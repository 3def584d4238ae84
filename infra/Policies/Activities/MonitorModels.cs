using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Watch endpoints: monitoring schedules with their job definitions and alerts, and the jobs that make baselines.</summary>
/// <remarks>SageMaker AI Developer Guide, "ML activity reference", Manage model monitoring.</remarks>
internal sealed record MonitorModels : MLActivity
{
    private static readonly ImmutableArray<string> Kinds = ["DataQuality", "ModelBias", "ModelExplainability", "ModelQuality"];

    private static readonly ImmutableArray<string> Types =
    [
        "data-quality-job-definition", "model-bias-job-definition", "model-explainability-job-definition", "model-quality-job-definition",
    ];

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "MonitorModels",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:CreateMonitoringSchedule", "sagemaker:DeleteMonitoringSchedule", "sagemaker:DescribeMonitoringSchedule",
                "sagemaker:StartMonitoringSchedule", "sagemaker:StopMonitoringSchedule", "sagemaker:UpdateMonitoringAlert",
                "sagemaker:UpdateMonitoringSchedule",
            ],
            // The ARN of an alert continues its schedule's: monitoring-schedule/NAME/alert/NAME.
            Resources = scope.SageMaker("monitoring-schedule"),
        };
        yield return new Statement
        {
            Sid = "MonitoringJobDefinitions",
            Actions =
            [
                .. SageMakerTags.Actions,
                .. from verb in (ImmutableArray<string>)["Create", "Delete", "Describe"]
                from kind in Kinds
                select $"sagemaker:{verb}{kind}JobDefinition",
            ],
            Resources = scope.SageMaker(Types),
        };
        yield return new Statement
        {
            Sid = "MonitoringJobs",
            Actions =
            [
                .. SageMakerTags.OfJobs,
                "sagemaker:CreateProcessingJob", "sagemaker:DescribeProcessingJob", "sagemaker:StopProcessingJob",
            ],
            Resources = scope.SageMaker("processing-job"),
        };
        yield return SageMakerTags.WhenCreated("MonitoringJobTags", scope.SageMaker("processing-job"), "CreateProcessingJob");
        yield return new Statement
        {
            Sid = "ListMonitoring",
            Actions =
            [
                .. Kinds.Select(kind => $"sagemaker:List{kind}JobDefinitions"),
                "sagemaker:ListMonitoringAlertHistory", "sagemaker:ListMonitoringAlerts", "sagemaker:ListMonitoringExecutions",
                "sagemaker:ListMonitoringSchedules", "sagemaker:ListProcessingJobs",
            ],
            Resources = ["*"],
        };
        foreach (var statement in SageMakerLogs.OfStreams("MonitoringLogs", ["processing-job"], scope))
        {
            yield return statement;
        }
    }
}
