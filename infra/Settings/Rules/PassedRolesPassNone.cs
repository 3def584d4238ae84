using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>
/// A role that is passed to the work of another trusts SageMaker, and passes none on: what a role can become stands in one line.
/// </summary>
internal sealed class PassedRolesPassNone : Rule<ExecutionRoleSettings>
{
    /// <inheritdoc/>
    protected override void Check(ExecutionRoleSettings role, SettingsNode at, StackSettings stack)
    {
        foreach (var name in role.Passes)
        {
            var passed = stack.ExecutionRoles.GetValueOrDefault(name);
            var path = at.Key("passes")!.Items().First(item => item.Text == name);
            if (passed is not null && passed != role && passed.PassedBeside(name).Length > 0)
            {
                path.Report($"executionRoles.{name} passes other roles itself, which would be passed on: pass those from here instead");
            }
            else if (passed is not null && !passed.TrustedServices.Contains(TrustedService.SageMaker))
            {
                path.Report(
                    $"executionRoles.{name} does not trust SageMaker: add '{TrustedService.SageMaker.Principal()}' to its trustedServices");
            }
        }

        if (!role.Passes.IsEmpty && role.Activities.IsEmpty)
        {
            at.Key("passes")!.Report("Passing a role is of use to who starts work: say what in activities");
        }
    }
}
