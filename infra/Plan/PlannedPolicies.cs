using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Plan;

/// <summary>
/// The policies of one principal. They are laid out before roles and keys have their ARNs, and filled when they have them.
/// </summary>
/// <param name="Layout">Which part of the statements stands in which policy.</param>
/// <param name="Statements">Makes the statements.</param>
/// <param name="Unfilled">The statements, with ARNs of roles and keys as long as they can get.</param>
internal sealed record PlannedPolicies(PolicyLayout Layout, PlannedPolicies.Filled Statements, ImmutableArray<Statement> Unfilled)
{
    /// <summary>Makes the statements.</summary>
    /// <param name="roleArns">The ARNs of the roles that they name.</param>
    /// <param name="keyArns">The ARNs of the stack's keys.</param>
    public delegate ImmutableArray<Statement> Filled(ImmutableArray<string> roleArns, OwnKeyArns keyArns);

    /// <summary>
    /// The policies of an execution role, by its key in the settings. The roles that they name are the role itself, and then the others
    /// that it passes.
    /// </summary>
    /// <exception cref="PolicyTooLargeException">IAM cannot hold them.</exception>
    public static PlannedPolicies Of(string key, ExecutionRoleSettings role, StackSettings stack, AwsAccount account) => Of(
        (arns, keys) => ExecutionRolePolicy.Statements(key, keys.In(role), arns[0], arns[1..], account),
        roles: 1 + role.PassedBeside(key).Length,
        PolicyQuota.Role.Without(role.ManagedPolicies.Length),
        stack,
        account);

    /// <summary>The policies of a deployer. The roles that they name are its execution roles, in the order of the settings.</summary>
    /// <exception cref="PolicyTooLargeException">IAM cannot hold them.</exception>
    public static PlannedPolicies Of(DeployerSettings deployer, StackSettings stack, AwsAccount account) => Of(
        (arns, keys) => DeployerPolicy.Statements(keys.In(deployer), PassedRole.Of(deployer, arns, stack.ExecutionRoles), account),
        deployer.ExecutionRoles.Length,
        deployer.AssumedBy is null ? PolicyQuota.User : PolicyQuota.Role,
        stack,
        account);

    /// <summary>Lays statements out over ARNs of roles as long as they can get.</summary>
    /// <param name="statements">Makes the statements.</param>
    /// <param name="roles">How many roles they name.</param>
    /// <param name="quota">What the principal can hold.</param>
    /// <param name="stack">All settings of the stack, whose keys they may name.</param>
    /// <param name="account">The account of the roles.</param>
    /// <exception cref="PolicyTooLargeException">IAM cannot hold them.</exception>
    public static PlannedPolicies Of(Filled statements, int roles, PolicyQuota quota, StackSettings stack, AwsAccount account)
    {
        var unfilled = statements(UnmadePrincipals.Arns(roles, account), OwnKeyArns.Unmade(stack, account));
        return new(PolicyLayout.Of(unfilled, quota), statements, unfilled);
    }
}
