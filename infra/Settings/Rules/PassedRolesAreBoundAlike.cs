using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>
/// A role that is passed by who is bound in what it launches, and that launches work itself, is bound as well: its work would go around.
/// </summary>
internal sealed class PassedRolesAreBoundAlike : Rule<IControlled>
{
    /// <inheritdoc/>
    protected override void Check(IControlled principal, SettingsNode at, StackSettings stack)
    {
        var (passed, key) = principal switch
        {
            DeployerSettings deployer => (deployer.ExecutionRoles, "executionRoles"),
            PassRoleGrantSettings grant => (grant.ExecutionRoles, "executionRoles"),
            ExecutionRoleSettings role => (role.Passes, "passes"),
            _ => ([], ""),
        };
        foreach (var name in passed)
        {
            if (stack.ExecutionRoles.GetValueOrDefault(name) is not { Activities.IsEmpty: false } role)
            {
                continue;
            }

            string[] missing =
            [
                .. principal.RequireKeys && !role.RequireKeys ? ["requireKeys"] : Array.Empty<string>(),
                .. principal.RequireVpc is not null && role.RequireVpc is null ? ["requireVpc"] : Array.Empty<string>(),
                .. principal.Guardrails is not null && role.Guardrails is null ? ["guardrails"] : Array.Empty<string>(),
                .. principal.Guardrails?.PrincipalTag is { } tag && role.Guardrails is { } bound && bound.PrincipalTag != tag
                    ? [$"guardrails.principalTag {tag.Key}={tag.Value}"] : Array.Empty<string>(),
            ];
            if (missing.Length > 0)
            {
                at.Key(key)!.Items().First(item => item.Text == name).Report(
                    $"executionRoles.{name} launches work itself, and is not bound to do so alike: "
                    + $"give it {string.Join(" and ", missing)}");
            }
        }
    }
}
