using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;
using SageMakerIam.Policies;

namespace SageMakerIam.Settings.Reading;

/// <summary>Finds the entries whose policies IAM could not hold.</summary>
internal static class QuotaCheck
{
    public static IEnumerable<Fault> Faults(StackSettings settings, AwsAccount account)
    {
        foreach (var (name, role) in settings.ExecutionRoles)
        {
            if (Fault($"executionRoles.{name}", () => ExecutionRolePolicy.Layout(role, account), role.Adopt) is { } fault)
            {
                yield return fault;
            }
        }

        foreach (var (name, deployer) in settings.Deployers)
        {
            if (Fault($"deployers.{name}", () => DeployerPolicy.Layout(deployer, account), deployer.Adopt) is { } fault)
            {
                yield return fault;
            }
        }

        foreach (var (name, grant) in settings.PassRoleGrants)
        {
            if (Fault($"passRoleGrants.{name}", () => PassRoleGrantPolicy.Layout(grant, account)) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private static Fault? Fault(string path, Func<PolicyLayout> layout, AdoptedPolicies? adopted = null)
    {
        try
        {
            return layout() switch
            {
                { Inline: null } when adopted?.Inline is { } inline => new Fault($"{path}.adopt.inline", $"'{inline}'", "The settings need no inline policy: leave it out"),
                { Managed.IsEmpty: true } when adopted?.Managed is { } managed => new Fault($"{path}.adopt.managed", $"'{managed}'", "The settings fit into an inline policy, and need no managed one: leave it out"),
                _ => null,
            };
        }
        catch (PolicyTooLargeException tooLarge)
        {
            return new Fault(path, tooLarge.Message, tooLarge.Remedy);
        }
    }
}
