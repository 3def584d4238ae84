using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A role that launches work passes itself to SageMaker.</summary>
internal sealed class ActivitiesAreForSageMaker : Rule<ExecutionRoleSettings>
{
    /// <inheritdoc/>
    protected override void Check(ExecutionRoleSettings role, SettingsNode at, StackSettings stack)
    {
        if (!role.Activities.IsEmpty && !role.TrustedServices.Contains(TrustedService.SageMaker))
        {
            at.Key("activities")!.Report(
                $"The role passes itself to SageMaker: add '{TrustedService.SageMaker.Principal()}' to trustedServices");
        }
    }
}
