using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Define state machines of Step Functions and run them, to which execution roles are passed; end the schedules of EventBridge that start
/// them.
/// </summary>
/// <remarks>Service Authorization Reference, AWS Step Functions, Amazon EventBridge.</remarks>
internal sealed record ManageStateMachines : MLActivity
{
    /// <inheritdoc/>
    public override TrustedService? PassesTo => TrustedService.StepFunctions;

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "ManageStateMachines",
            Actions =
            [
                "states:CreateStateMachine", "states:DeleteStateMachine", "states:DescribeStateMachine", "states:ListExecutions",
                "states:ListTagsForResource", "states:StartExecution", "states:TagResource", "states:UntagResource",
                "states:UpdateStateMachine",
            ],
            Resources = [.. scope.ResourcePrefixes.Select(prefix => scope.Account.Regional("states", $"stateMachine:{prefix}*"))],
        };
        yield return new Statement
        {
            Sid = "StateMachineExecutions",
            Actions = ["states:DescribeExecution", "states:GetExecutionHistory", "states:StopExecution"],
            Resources = [.. scope.ResourcePrefixes.Select(prefix => scope.Account.Regional("states", $"execution:{prefix}*"))],
        };
        yield return new Statement { Sid = "ListStateMachines", Actions = ["states:ListStateMachines"], Resources = ["*"] };
        yield return new Statement
        {
            Sid = "StateMachineSchedules",
            // Metaflow ends the schedule of a flow that it deploys anew, and of one that it deletes. To make one, a role is passed to
            // EventBridge, which is another right.
            Actions = ["events:DisableRule", "events:RemoveTargets"],
            Resources = [.. scope.ResourcePrefixes.Select(prefix => scope.Account.Regional("events", $"rule/{prefix}*"))],
        };
    }
}
