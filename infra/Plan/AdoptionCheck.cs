using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan;

/// <summary>Finds policies that are taken over to no purpose.</summary>
internal static class AdoptionCheck
{
    public static IEnumerable<Fault> Faults(StackPlan plan) => Adopted(plan).SelectMany(Unneeded);

    private static IEnumerable<Entry> Adopted(StackPlan plan)
    {
        foreach (var (name, role) in plan.Settings.ExecutionRoles)
        {
            if (role.Adopt is { } policies)
            {
                yield return new($"executionRoles.{name}", policies, plan.ExecutionRoles.GetValueOrDefault(name));
            }
        }

        foreach (var (name, deployer) in plan.Settings.Deployers)
        {
            if (deployer.Adopt is { } policies)
            {
                yield return new($"deployers.{name}", policies, plan.Deployers.GetValueOrDefault(name));
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

    /// <summary>An entry that takes a role or user over.</summary>
    /// <param name="Path">Where it stands in the configuration.</param>
    /// <param name="Policies">The policies that are taken over as well.</param>
    /// <param name="Planned">The policies that it is to have; null if IAM cannot hold them.</param>
    private sealed record Entry(string Path, AdoptedPolicies Policies, PlannedPolicies? Planned);
}
