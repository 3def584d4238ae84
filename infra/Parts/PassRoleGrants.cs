using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws;
using SageMakerIam.Components;
using SageMakerIam.Plan;
using SageMakerIam.Settings;

namespace SageMakerIam.Parts;

/// <summary>The PassRole grants of a stack.</summary>
internal sealed class PassRoleGrants
{
    private readonly StackSettings settings;
    private readonly ImmutableSortedDictionary<string, PassRoleGrant> made;

    /// <summary>Makes the grants.</summary>
    /// <param name="plan">The plan of the stack.</param>
    /// <param name="executionRoles">Its execution roles.</param>
    /// <param name="keyArns">The ARNs of its keys.</param>
    /// <param name="boundaries">What bounds the roles of grants.</param>
    /// <param name="own">The principals of the stack, which those of grants may be among.</param>
    /// <param name="providers">The providers that work in other accounts, by their numbers.</param>
    public PassRoleGrants(
        StackPlan plan,
        ExecutionRoles executionRoles,
        Output<OwnKeyArns> keyArns,
        Boundaries boundaries,
        OwnPrincipals own,
        IReadOnlyDictionary<string, Provider> providers)
    {
        settings = plan.Settings;
        made = settings.PassRoleGrants.ToImmutableSortedDictionary(
            grant => grant.Key,
            grant => new PassRoleGrant(grant.Key, new PassRoleGrantArgs
            {
                Settings = grant.Value with { ExternalId = settings.ExternalIds.GetValueOrDefault(grant.Key, grant.Value.ExternalId!) },
                PrincipalArn = own.Made(grant.Value.Principal.ToString()),
                Plan = plan.PassRoleGrants[grant.Key],
                ExecutionRoleArns = executionRoles.ArnsOf(grant.Value.ExecutionRoles),
                KeyArns = keyArns,
                Account = plan.Account,
                PermissionsBoundary = boundaries.Of(BoundedKind.PassRoleGrants, grant.Value.PermissionsBoundary),
                PrincipalProvider = providers.GetValueOrDefault(grant.Value.Principal.AccountId),
            }, FormerNames.Options(grant.Value)),
            StringComparer.Ordinal);
    }

    /// <summary>The ARN of who holds one.</summary>
    /// <param name="name">Its key in the settings.</param>
    public Output<string> HolderArnOf(string name) => made[name].HolderArn;

    /// <summary>Those that make a role, which their principal assumes.</summary>
    public IEnumerable<Share> Shares =>
        from grant in made
        where grant.Value.RoleArn is not null
        select new Share($"grant-{grant.Key}", grant.Value.RoleArn!, [settings.PassRoleGrants[grant.Key].Principal.ToString()]);

    /// <summary>Adds what the stack's outputs say of them.</summary>
    public void AddTo(StackOutputs outputs)
    {
        outputs.Add("passRoleGrantRoleArns", made, grant => grant.RoleArn);
        outputs.Add("passRoleGrantExternalIds", made, grant => grant.ExternalId);
        outputs.Add("passRoleGrantPrincipalPolicies", made, grant => grant.PrincipalPolicy);
    }
}
