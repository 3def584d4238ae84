using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Trust;

/// <summary>The trust policy of the role that the principal of a grant assumes from another account.</summary>
/// <remarks>IAM User Guide, "Access to AWS accounts owned by third parties", external ids.</remarks>
internal static class PassRoleGrantTrust
{
    /// <param name="grant">The settings of the grant.</param>
    /// <param name="externalId">The external id that the principal gives.</param>
    public static PolicyDocument Document(PassRoleGrantSettings grant, string externalId) => new([new Statement
    {
        Sid = "PrincipalAssumeRole",
        Principal = Principal.Aws(grant.Principal.ToString()),
        Actions = ["sts:AssumeRole"],
        Conditions =
        [
            // Who serves several customers from one principal names with it the one that it works for.
            Condition.StringEquals("sts:ExternalId", externalId),
            // Its account may leave the organization, and its principal stay.
            .. grant.Organization is { } organization
                ? [Condition.StringEquals("aws:PrincipalOrgID", organization)]
                : Array.Empty<Condition>(),
        ],
    }]);
}
