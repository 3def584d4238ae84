using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A role that a deployer passes trusts a service that its activities pass roles to.</summary>
internal sealed class PassedRolesAreOfUse : Rule<DeployerSettings>
{
    /// <inheritdoc/>
    protected override void Check(DeployerSettings deployer, SettingsNode at, StackSettings stack)
    {
        foreach (var (name, item) in deployer.ExecutionRoles.Zip(at.Key("executionRoles")?.Items() ?? []))
        {
            if (stack.ExecutionRoles.TryGetValue(name, out var role) && !deployer.PassesTo.Intersect(role.TrustedServices).Any())
            {
                item.Report(
                    $"executionRoles.{name} trusts none of the services that the deployer passes roles to: "
                    + $"add {string.Join(" or ", deployer.PassesTo.Select(service => $"'{service.Principal()}'"))} to its trustedServices");
            }
        }
    }
}
