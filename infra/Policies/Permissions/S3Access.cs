using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Permissions;

/// <summary>S3 by bucket, prefix and access level: one statement an access level.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon S3".</remarks>
internal static class S3Access
{
    /// <summary>The statements.</summary>
    /// <param name="buckets">The buckets, with what may be done.</param>
    /// <param name="listsAll">Whether the names of all buckets of the account may be listed.</param>
    /// <param name="account">The account and region that it is done in.</param>
    public static IEnumerable<Statement> Statements(ImmutableArray<BucketAccess> buckets, bool listsAll, AwsAccount account)
    {
        if (listsAll)
        {
            // The action knows no resource; it shows names alone.
            yield return new Statement { Sid = "S3ListBuckets", Actions = ["s3:ListAllMyBuckets"], Resources = ["*"] };
        }

        var lists = buckets
            .Where(bucket => bucket.Access.Contains(S3AccessLevel.Read))
            .GroupBy(bucket => bucket.Prefix)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var (number, byPrefix) in lists.Index())
        {
            yield return new Statement
            {
                Sid = $"S3List{number + 1}",
                Actions = ["s3:ListBucket"],
                Resources = [.. byPrefix.Select(bucket => account.Bucket(bucket.Name)).Distinct()],
                // Without it, the right to list one prefix would be the right to list the whole bucket.
                Conditions = byPrefix.Key.Length == 0 ? [] : [Condition.StringLike("s3:prefix", $"{byPrefix.Key}*")],
            };
        }

        var lookedUp = buckets.Where(bucket => bucket.LookUp).Select(bucket => account.Bucket(bucket.Name)).Distinct().ToImmutableArray();
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
                    Resources = [.. granted.Select(bucket => account.Objects(bucket.Name, bucket.Prefix)).Distinct()],
                };
            }
        }

        var managed = buckets.Where(bucket => bucket.Access.Contains(S3AccessLevel.ManageBucket)).ToImmutableArray();
        if (!managed.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "S3ManageBucket",
                Actions = ["s3:CreateBucket", "s3:DeleteBucket"],
                Resources = [.. managed.Select(bucket => account.Bucket(bucket.Name)).Distinct()],
            };
        }
    }
}
