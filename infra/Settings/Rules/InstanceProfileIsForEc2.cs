using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>An instance profile is of use to EC2 alone.</summary>
internal sealed class InstanceProfileIsForEc2 : Rule<ExecutionRoleSettings>
{
    /// <inheritdoc/>
    protected override void Check(ExecutionRoleSettings role, SettingsNode at, StackSettings stack)
    {
        if (role.InstanceProfile && !role.TrustedServices.Contains(TrustedService.Ec2))
        {
            at.Key("instanceProfile")!.Report(
                $"An instance profile is of use to EC2 alone: add '{TrustedService.Ec2.Principal()}' to trustedServices");
        }
    }
}
