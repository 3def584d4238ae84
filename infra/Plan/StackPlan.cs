using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan;

/// <summary>What a stack is going to be, laid out before anything of it is made. Each map has the keys of the settings' own.</summary>
/// <param name="Settings">The settings of the stack.</param>
/// <param name="Account">The account and region that it stands in.</param>
/// <param name="ExecutionRoles">The policies of its execution roles.</param>
/// <param name="Deployers">The policies of its deployers.</param>
/// <param name="PassRoleGrants">The policies of its PassRole grants.</param>
/// <param name="Boundaries">The permissions boundaries that it makes, each from the ARNs of its keys.</param>
/// <param name="Endpoints">The policies of the VPC endpoints that it makes, by the services that they are of.</param>
internal sealed record StackPlan(
    StackSettings Settings,
    AwsAccount Account,
    ImmutableSortedDictionary<string, PlannedPolicies> ExecutionRoles,
    ImmutableSortedDictionary<string, PlannedPolicies> Deployers,
    ImmutableSortedDictionary<string, PlannedGrant> PassRoleGrants,
    ImmutableSortedDictionary<BoundedKind, Func<OwnKeyArns, PolicyDocument>> Boundaries,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<EndpointService, PolicyDocument>> Endpoints)
{
    /// <summary>Plans a stack.</summary>
    /// <param name="settings">Its settings.</param>
    /// <param name="account">The account and region that it stands in.</param>
    /// <param name="faults">
    /// Where what cannot be goes: policies that IAM could not hold, and adoptions that miss. With one, nothing can be made of the plan.
    /// </param>
    public static StackPlan Of(StackSettings settings, AwsAccount account, ICollection<Fault> faults)
    {
        var roles = Each(
            "executionRoles", settings.ExecutionRoles, (key, role) => PlannedPolicies.Of(key, role, settings, account), faults);
        var deployers = Each("deployers", settings.Deployers, (_, deployer) => PlannedPolicies.Of(deployer, settings, account), faults);
        // IAM compares names without regard to case.
        var left = new Dictionary<string, PolicyQuota>(StringComparer.OrdinalIgnoreCase);
        var grants = Each(
            "passRoleGrants", settings.PassRoleGrants, (_, grant) => PlannedGrant.Of(grant, settings, account, left), faults);
        var held = roles.Values.Concat(deployers.Values).Concat(grants.Values.Select(grant => grant.Policies))
            .SelectMany(policies => policies.Unfilled);
        var plan = new StackPlan(
            settings,
            account,
            roles,
            deployers,
            grants,
            PlannedBoundaries.Of(settings, account, faults),
            PlannedEndpoints.Of(settings, account, [.. held]));
        foreach (var fault in AdoptionCheck.Faults(plan))
        {
            faults.Add(fault);
        }

        return plan;
    }

    private static ImmutableSortedDictionary<string, TPlan> Each<TSettings, TPlan>(
        string map, ImmutableSortedDictionary<string, TSettings> entries, Func<string, TSettings, TPlan> plan, ICollection<Fault> faults)
    {
        var plans = ImmutableSortedDictionary.CreateBuilder<string, TPlan>(StringComparer.Ordinal);
        foreach (var (name, settings) in entries)
        {
            try
            {
                plans[name] = plan(name, settings);
            }
            catch (PolicyTooLargeException tooLarge)
            {
                faults.Add(new Fault($"{map}.{name}", tooLarge.Message, tooLarge.Remedy));
            }
        }

        return plans.ToImmutable();
    }
}
