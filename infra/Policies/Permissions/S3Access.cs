using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Permissions;

/// <summary>S3 by bucket, prefix and access level: one statement an access level, and an account that buckets are in.</summary>
/// <remarks>
/// Service Authorization Reference, "Actions, resources, and condition keys for Amazon S3"; IAM User Guide, "AWS global condition context
/// keys", aws:ResourceAccount.
/// </remarks>
internal static class S3Access
{
    /// <summary>The statements.</summary>
    /// <param name="buckets">The buckets, with what may be done.</param>
    /// <param name="scope">The names of what the principal makes, and whether it lists all buckets.</param>
    /// <param name="account">The account and region that it is done in.</param>
    public static IEnumerable<Statement> Statements(ImmutableArray<BucketAccess> buckets, ScopeSettings scope, AwsAccount account)
    {
        if (scope.ListBuckets)
        {
            // The action knows no resource; it shows names alone.
            yield return new Statement { Sid = "S3ListBuckets", Actions = ["s3:ListAllMyBuckets"], Resources = ["*"] };
        }

        foreach (var owner in buckets.GroupBy(bucket => bucket.Account ?? account.AccountId))
        {
            // A bucket's ARN has no account: without it, who makes a bucket of this name after it is gone is written to.
            var isOwners = Condition.StringEquals("aws:ResourceAccount", owner.Key);
            foreach (var statement in OfOwner([.. owner], scope, account))
            {
                yield return statement with
                {
                    Sid = owner.Key == account.AccountId ? statement.Sid : $"{statement.Sid}Of{owner.Key}",
                    Conditions = [isOwners, .. statement.Conditions],
                };
            }
        }

        // A bucket that is yet to be made is in no account, and nobody else's can be made.
        var made = buckets.Where(bucket => bucket.MayBeMade).ToImmutableArray();
        if (!made.IsEmpty)
        {
            yield return new Statement { Sid = "S3CreateBucket", Actions = ["s3:CreateBucket"], Resources = Named(made, account) };
        }

        var shared = made.Where(bucket => bucket.Access.Contains(S3AccessLevel.PermissionsManagement)).ToImmutableArray();
        if (!shared.IsEmpty)
        {
            // CreateBucket with an ACL is checked against it as well.
            yield return new Statement { Sid = "S3BucketAcl", Actions = ["s3:PutBucketAcl"], Resources = Named(shared, account) };
        }
    }

    private static IEnumerable<Statement> OfOwner(ImmutableArray<BucketAccess> buckets, ScopeSettings scope, AwsAccount account)
    {
        ImmutableArray<string> Prefixes(BucketAccess bucket) => bucket.ClientKeys
            ? [.. ClientKeys.Prefixes(bucket.Prefix, ActivityScope.Of(scope, account))]
            : [bucket.Prefix];

        var lists = buckets
            .Where(bucket => bucket.Access.Contains(S3AccessLevel.Read))
            .GroupBy(bucket => string.Join('\n', Prefixes(bucket)))
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var (number, byPrefix) in lists.Index())
        {
            yield return new Statement
            {
                Sid = $"S3List{number + 1}",
                Actions = ["s3:ListBucket"],
                Resources = Named([.. byPrefix], account),
                // Without it, the right to list one prefix would be the right to list the whole bucket.
                Conditions = byPrefix.Key.Length == 0
                    ? []
                    : [Condition.StringLike("s3:prefix", byPrefix.Key.Split('\n').Select(prefix => $"{prefix}*"))],
            };
        }

        var lookedUp = Named([.. buckets.Where(bucket => bucket.LookUp)], account);
        if (!lookedUp.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "S3HeadBucket",
                Actions = ["s3:ListBucket"],
                Resources = lookedUp,
                // HeadBucket has no prefix, and no key tells it from a listing without one; a listing of a folder is another statement's.
                Conditions = [Condition.Absent("s3:prefix")],
            };
            yield return new Statement
            {
                Sid = "S3LookUp",
                Actions = ["s3:GetBucketLocation", "s3:GetBucketVersioning"],
                Resources = lookedUp,
            };
        }

        IEnumerable<(S3AccessLevel Level, string Sid, ImmutableArray<string> Actions)> objects =
        [
            (S3AccessLevel.Read, "S3Read", ["s3:GetObject"]),
            // A part that is left behind when an upload fails costs money until it is aborted.
            (S3AccessLevel.Write, "S3Write", ["s3:PutObject", "s3:AbortMultipartUpload"]),
            (S3AccessLevel.Delete, "S3Delete", ["s3:DeleteObject"]),
            (S3AccessLevel.Tagging, "S3Tagging", ["s3:PutObjectTagging"]),
            (S3AccessLevel.PermissionsManagement, "S3PermissionsManagement", ["s3:PutObjectAcl"]),
        ];
        foreach (var (level, sid, actions) in objects)
        {
            var granted = buckets.Where(bucket => bucket.Access.Contains(level)).ToImmutableArray();
            if (!granted.IsEmpty)
            {
                yield return new Statement
                {
                    Sid = sid,
                    Actions = actions,
                    Resources =
                    [
                        .. granted.SelectMany(bucket => Prefixes(bucket)
                            .Select(prefix => account.Objects(bucket.NameIn(account), prefix))).Distinct(),
                    ],
                };
            }
        }

        var deleted = Named([.. buckets.Where(bucket => bucket.Access.Contains(S3AccessLevel.ManageBucket))], account);
        if (!deleted.IsEmpty)
        {
            yield return new Statement { Sid = "S3DeleteBucket", Actions = ["s3:DeleteBucket"], Resources = deleted };
        }
    }

    private static ImmutableArray<string> Named(ImmutableArray<BucketAccess> buckets, AwsAccount account) =>
        [.. buckets.Select(bucket => account.Bucket(bucket.NameIn(account))).Distinct()];
}
