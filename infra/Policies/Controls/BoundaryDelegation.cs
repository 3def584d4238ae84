using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Controls;

/// <summary>What an administrator gives to those who may make roles: only with the boundary, and never what would lift it.</summary>
/// <remarks>IAM User Guide, "Permissions boundaries for IAM entities", delegating responsibility to others.</remarks>
internal static class BoundaryDelegation
{
    /// <param name="boundaryArn">The ARN of the boundary.</param>
    /// <param name="account">The account of the roles.</param>
    public static PolicyDocument Document(string boundaryArn, AwsAccount account) => new(
    [
        new Statement
        {
            Sid = "RolesWithBoundary",
            // Each of these says which boundary the role has, or is made with.
            Actions =
            [
                "iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePolicy",
            ],
            Resources = [account.Global("iam", "role/*")],
            Conditions = [Condition.StringEquals("iam:PermissionsBoundary", boundaryArn)],
        },
        new Statement
        {
            Sid = "LookUpRoles",
            Actions = ["iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"],
            Resources = [account.Global("iam", "role/*")],
        },
        .. BoundaryPolicy.Unliftable(account),
    ]);
}
