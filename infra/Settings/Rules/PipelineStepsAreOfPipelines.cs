using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>Steps are of the pipelines that a role manages.</summary>
internal sealed class PipelineStepsAreOfPipelines : Rule<ExecutionRoleSettings>
{
    /// <inheritdoc/>
    protected override void Check(ExecutionRoleSettings role, SettingsNode at, StackSettings stack)
    {
        if (role.PipelineSteps && !role.Activities.Any(activity => activity.Word == "managePipelines"))
        {
            at.Key("pipelineSteps")!.Report("The steps are of pipelines: add managePipelines to activities, and what the steps do");
        }
    }
}
