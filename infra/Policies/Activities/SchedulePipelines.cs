using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Start pipelines by schedules of EventBridge Scheduler, to which execution roles are passed.</summary>
/// <remarks>
/// Service Authorization Reference, Amazon EventBridge Scheduler; SageMaker AI Developer Guide, "Schedule pipeline runs".
/// </remarks>
internal sealed record SchedulePipelines : MLActivity
{
    /// <inheritdoc/>
    public override TrustedService? PassesTo => TrustedService.Scheduler;

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "SchedulePipelines",
            Actions = ["scheduler:CreateSchedule", "scheduler:DeleteSchedule", "scheduler:GetSchedule", "scheduler:UpdateSchedule"],
            Resources = [.. scope.ResourcePrefixes.Select(prefix => scope.Account.Regional("scheduler", $"schedule/default/{prefix}*"))],
        };
        yield return new Statement { Sid = "ListSchedules", Actions = ["scheduler:ListSchedules"], Resources = ["*"] };
    }
}
