using SageMakerIam.Policies;
using SageMakerIam.Policies.Packing;

namespace SageMakerIam.Settings.Reading;

/// <summary>Finds the entries whose policies IAM could not hold.</summary>
internal static class QuotaCheck
{
    public static IEnumerable<Fault> Faults(StackSettings settings, AwsAccount account)
    {
        foreach (var (name, role) in settings.ExecutionRoles)
        {
            if (Fault($"executionRoles.{name}", () => ExecutionRolePolicy.Layout(role, account)) is { } fault)
            {
                yield return fault;
            }
        }

        foreach (var (name, deployer) in settings.Deployers)
        {
            if (Fault($"deployers.{name}", () => DeployerPolicy.Layout(deployer, account)) is { } fault)
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

    private static Fault? Fault(string path, Func<PolicyLayout> layout)
    {
        try
        {
            layout();
            return null;
        }
        catch (PolicyTooLargeException tooLarge)
        {
            return new Fault(path, tooLarge.Message, tooLarge.Remedy);
        }
    }
}
