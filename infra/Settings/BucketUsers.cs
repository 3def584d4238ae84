using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings;

/// <summary>The entries of a stack that work on a bucket of its account, by their keys.</summary>
/// <param name="ExecutionRoles">The execution roles.</param>
/// <param name="Deployers">The deployers.</param>
/// <param name="PassRoleGrants">The grants.</param>
internal sealed record BucketUsers(
    ImmutableArray<string> ExecutionRoles, ImmutableArray<string> Deployers, ImmutableArray<string> PassRoleGrants)
{
    /// <summary>Whether no entry works on it.</summary>
    public bool IsNone => Count == 0;

    /// <summary>How many entries work on it.</summary>
    public int Count => ExecutionRoles.Length + Deployers.Length + PassRoleGrants.Length;

    /// <param name="bucket">The bucket's name.</param>
    /// <param name="stack">The settings of the stack.</param>
    /// <param name="account">The account and region that it stands in.</param>
    public static BucketUsers Of(string bucket, StackSettings stack, AwsAccount account)
    {
        bool IsNamed(BucketAccess access) =>
            access.NameIn(account) == bucket && (access.Account is null || access.Account == account.AccountId);
        return new(
            [.. stack.ExecutionRoles.Where(role => role.Value.Buckets.Any(IsNamed)).Select(role => role.Key)],
            [.. stack.Deployers.Where(deployer => deployer.Value.Buckets.Any(IsNamed)).Select(deployer => deployer.Key)],
            [.. stack.PassRoleGrants.Where(grant => grant.Value.Buckets.Any(IsNamed)).Select(grant => grant.Key)]);
    }
}
