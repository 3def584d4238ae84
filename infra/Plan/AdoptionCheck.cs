using SageMakerIam.Iam;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan;

/// <summary>Finds what is taken over to no purpose, or twice.</summary>
internal static class AdoptionCheck
{
    public static IEnumerable<Fault> Faults(StackPlan plan)
    {
        var adopted = Adopted(plan).ToList();
        return [.. adopted.SelectMany(Unneeded), .. GrantsTo(adopted, plan)];
    }

    private static IEnumerable<Entry> Adopted(StackPlan plan)
    {
        foreach (var (name, role) in plan.Settings.ExecutionRoles)
        {
            if (role.Adopt is { } policies)
            {
                yield return new($"executionRoles.{name}", $"role/{role.RoleName}", policies, plan.ExecutionRoles.GetValueOrDefault(name));
            }
        }

        foreach (var (name, deployer) in plan.Settings.Deployers)
        {
            if (deployer.Adopt is { } policies)
            {
                var principal = deployer.AssumedBy is null ? $"user/{deployer.UserName}" : $"role/{deployer.RoleName}";
                yield return new($"deployers.{name}", principal, policies, plan.Deployers.GetValueOrDefault(name));
            }
        }
    }

    private static IEnumerable<Fault> Unneeded(Entry entry)
    {
        if (entry is { Planned.Layout.Inline: null, Policies.Inline: { } inline })
        {
            yield return new($"{entry.Path}.adopt.inline", $"'{inline}'", "The settings need no inline policy: leave it out");
        }

        if (entry is { Planned.Layout.Managed.IsEmpty: true, Policies.Managed: { } managed })
        {
            yield return new(
                $"{entry.Path}.adopt.managed",
                $"'{managed}'",
                "The settings fit into an inline policy, and need no managed one: leave it out");
        }
    }

    // The entry that takes a principal over keeps every other policy off it.
    private static IEnumerable<Fault> GrantsTo(List<Entry> adopted, StackPlan plan)
    {
        foreach (var (name, grant) in plan.Settings.PassRoleGrants)
        {
            if (grant.Principal.AccountId == plan.Account.AccountId && adopted.Find(entry => entry.Is(grant.Principal)) is { } entry)
            {
                yield return new(
                    $"passRoleGrants.{name}.principal",
                    $"'{grant.Principal}'",
                    $"{entry.Path} takes it over and keeps every other policy off it, this grant's too: say there what it may pass");
            }
        }
    }

    /// <summary>An entry that takes a role or user over.</summary>
    /// <param name="Path">Where it stands in the configuration.</param>
    /// <param name="Principal">The role or user as the resource of an ARN, <c>role/training</c> say.</param>
    /// <param name="Policies">The policies that are taken over as well.</param>
    /// <param name="Planned">The policies that it is to have; null if IAM cannot hold them.</param>
    private sealed record Entry(string Path, string Principal, AdoptedPolicies Policies, PlannedPolicies? Planned)
    {
        // IAM compares names without regard to case.
        public bool Is(Arn principal) => string.Equals(Principal, principal.Resource, StringComparison.OrdinalIgnoreCase);
    }
}
