using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A role that is granted itself could start more work as itself.</summary>
internal sealed class GrantIsNotToTheRoleItself : AccountRule<PassRoleGrantSettings>
{
    /// <inheritdoc/>
    protected override void Check(PassRoleGrantSettings grant, SettingsNode at, StackSettings stack, AwsAccount account)
    {
        // IAM compares names without regard to case.
        var itself = grant.ExecutionRoles.FirstOrDefault(name =>
            stack.ExecutionRoles.GetValueOrDefault(name)?.RoleName is { } roleName
            && string.Equals(grant.Principal.Resource, $"role/{roleName}", StringComparison.OrdinalIgnoreCase));
        if (grant.Principal.AccountId == account.AccountId && itself is not null)
        {
            at.Key("principal")!.Report(
                $"It is executionRoles.{itself} itself, so that its work could start more work as the same role. "
                + $"Where it is to do that, executionRoles.{itself}.activities says what it may start");
        }
    }
}
