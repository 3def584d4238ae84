using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Permissions;

/// <summary>
/// What a principal of another account needs in its own account to assume the role of its grant: across accounts, both
/// sides have to allow it.
/// </summary>
/// <remarks>IAM User Guide, "Cross-account policy evaluation logic".</remarks>
internal static class AssumeRole
{
    /// <param name="roleArn">The ARN of the role.</param>
    public static ImmutableArray<Statement> Statements(string roleArn) =>
        [new Statement { Sid = "AssumePassRoleGrant", Actions = ["sts:AssumeRole"], Resources = [roleArn] }];
}
