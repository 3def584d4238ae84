using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Reading;

/// <summary>Finds the grants to principals that the stack takes over: their entries keep every other policy off them.</summary>
internal static class AdoptedPrincipals
{
    public static IEnumerable<Fault> Faults(StackSettings settings, AwsAccount account)
    {
        var adopted = settings.ExecutionRoles
            .Where(role => role.Value.Adopt is not null)
            .Select(role => (Entry: $"executionRoles.{role.Key}", Principal: $"role/{role.Value.RoleName}"))
            .Concat(settings.Deployers
                .Where(deployer => deployer.Value.Adopt is not null)
                .Select(deployer => (Entry: $"deployers.{deployer.Key}", Principal: deployer.Value.AssumedBy is null ? $"user/{deployer.Value.UserName}" : $"role/{deployer.Value.RoleName}")))
            .ToList();
        foreach (var (name, grant) in settings.PassRoleGrants.Where(grant => grant.Value.Principal.AccountId == account.AccountId))
        {
            // IAM compares names without regard to case.
            if (adopted.Find(entry => string.Equals(entry.Principal, grant.Principal.Resource, StringComparison.OrdinalIgnoreCase)).Entry is { } entry)
            {
                yield return new Fault(
                    $"passRoleGrants.{name}.principal",
                    $"'{grant.Principal}'",
                    $"{entry} takes it over and keeps every other policy off it, this grant's too: say there what it may pass");
            }
        }
    }
}
