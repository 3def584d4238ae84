using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A role is of use to a service that it trusts alone.</summary>
internal sealed class GrantedServicesAreTrusted : Rule<PassRoleGrantSettings>
{
    /// <inheritdoc/>
    protected override void Check(PassRoleGrantSettings grant, SettingsNode at, StackSettings stack)
    {
        foreach (var name in grant.ExecutionRoles)
        {
            if (!stack.ExecutionRoles.TryGetValue(name, out var role))
            {
                continue;
            }

            foreach (var service in grant.Services.Except(role.TrustedServices))
            {
                (at.Key("services") ?? at).Report(
                    $"'{service.Principal()}'",
                    $"executionRoles.{name} does not trust it, so the role could be passed to it and never be assumed; "
                    + $"it trusts {string.Join(", ", role.TrustedServices.Select(TrustedServices.Principal))}");
            }
        }
    }
}
