using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Plan;

/// <summary>The policies of a PassRole grant.</summary>
/// <param name="Policies">
/// What the principal holds, or the role that one of another account assumes. The roles that they name are the execution roles of the
/// grant, in the order of the settings.
/// </param>
/// <param name="InOtherAccount">
/// What the principal of another account holds there, to assume that role, which is the one that they name. Null for one of this account.
/// </param>
internal sealed record PlannedGrant(PlannedPolicies Policies, PlannedPolicies? InOtherAccount)
{
    /// <summary>The policies of a grant.</summary>
    /// <param name="grant">The settings of the grant.</param>
    /// <param name="stack">All settings of the stack.</param>
    /// <param name="account">The account that it stands in.</param>
    /// <param name="left">What the principal can hold beside its other grants, by its ARN; this grant is taken off it.</param>
    /// <remarks>What else the principal holds is not known here: IAM has the last word.</remarks>
    /// <exception cref="PolicyTooLargeException">IAM cannot hold them.</exception>
    public static PlannedGrant Of(
        PassRoleGrantSettings grant, StackSettings stack, AwsAccount account, Dictionary<string, PolicyQuota> left)
    {
        var principal = grant.Principal.ToString();
        var quota = left.GetValueOrDefault(principal, grant.Principal.IsUser ? PolicyQuota.User : PolicyQuota.Role);
        PlannedPolicies Held(PolicyQuota quota) => PlannedPolicies.Of(
            (arns, keys) => PassRoleGrantPolicy.Statements(keys.In(grant), arns, account),
            grant.ExecutionRoles.Length,
            quota,
            stack,
            account);

        PlannedGrant planned = grant.Principal.AccountId == account.AccountId
            ? new(Held(quota), null)
            : new(
                Held(PolicyQuota.Role),
                PlannedPolicies.Of((arns, _) => AssumeRole.Statements(arns.Single()), roles: 1, quota, stack, account));
        left[principal] = quota.Without((planned.InOtherAccount ?? planned.Policies).Layout);
        return planned;
    }
}
