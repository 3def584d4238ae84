using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Plan;

/// <summary>The policies of one principal. They are laid out before the roles have their ARNs, and filled when they have them.</summary>
/// <param name="Layout">Which part of the statements stands in which policy.</param>
/// <param name="Statements">Makes the statements from the ARNs of the roles that they name.</param>
internal sealed record PlannedPolicies(PolicyLayout Layout, Func<ImmutableArray<string>, ImmutableArray<Statement>> Statements)
{
    private const int LongestRoleName = 64;

    /// <summary>
    /// The policies of an execution role, by its key in the settings. The roles that they name are the role itself, and then the others
    /// that it passes.
    /// </summary>
    /// <exception cref="PolicyTooLargeException">IAM cannot hold them.</exception>
    public static PlannedPolicies Of(string key, ExecutionRoleSettings role, AwsAccount account) => Of(
        arns => ExecutionRolePolicy.Statements(key, role, arns[0], arns[1..], account),
        roles: 1 + role.PassedBeside(key).Length,
        PolicyQuota.Role.Without(role.ManagedPolicies.Length),
        account);

    /// <summary>The policies of a deployer. The roles that they name are its execution roles, in the order of the settings.</summary>
    /// <param name="deployer">The settings of the deployer.</param>
    /// <param name="roles">All execution roles of the stack.</param>
    /// <param name="account">The account and region that it works in.</param>
    /// <exception cref="PolicyTooLargeException">IAM cannot hold them.</exception>
    public static PlannedPolicies Of(
        DeployerSettings deployer, ImmutableSortedDictionary<string, ExecutionRoleSettings> roles, AwsAccount account) => Of(
        arns => DeployerPolicy.Statements(deployer, PassedRole.Of(deployer, arns, roles), account),
        deployer.ExecutionRoles.Length,
        deployer.AssumedBy is null ? PolicyQuota.User : PolicyQuota.Role,
        account);

    /// <summary>Lays statements out over role ARNs as long as they can get.</summary>
    /// <param name="statements">Makes the statements from the ARNs of the roles that they name.</param>
    /// <param name="roles">How many roles that is.</param>
    /// <param name="quota">What the principal can hold.</param>
    /// <param name="account">The account of the roles.</param>
    /// <exception cref="PolicyTooLargeException">IAM cannot hold them.</exception>
    public static PlannedPolicies Of(
        Func<ImmutableArray<string>, ImmutableArray<Statement>> statements, int roles, PolicyQuota quota, AwsAccount account)
    {
        var longestArn = account.Global("iam", $"role/{new string('x', LongestRoleName)}");
        return new(PolicyLayout.Of(statements([.. Enumerable.Repeat(longestArn, roles)]), quota), statements);
    }
}
