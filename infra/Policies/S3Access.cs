using System.Collections.Immutable;

namespace SageMakerIam.Policies;

/// <summary>What may be done with a bucket, in the terms of IAM's access levels.</summary>
public enum S3AccessLevel
{
    /// <summary>List the prefix and get objects under it.</summary>
    Read,

    /// <summary>Put objects under the prefix, in one part or several.</summary>
    Write,

    /// <summary>Delete objects under the prefix.</summary>
    Delete,

    /// <summary>Set the tags of objects under the prefix.</summary>
    Tagging,

    /// <summary>Set the access control lists of objects under the prefix.</summary>
    PermissionsManagement,

    /// <summary>Create and delete the bucket itself.</summary>
    ManageBucket,
}

/// <summary>A bucket, or the part of it under a prefix, and what may be done with it.</summary>
public sealed record BucketAccess
{
    /// <summary>The bucket's name.</summary>
    public required string Name { get; init; }

    /// <summary>The beginning of the keys of the objects that are meant, <c>train/</c> say. Default: empty, the whole bucket.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What may be done.</summary>
    public required ImmutableArray<S3AccessLevel> Access { get; init; }
}

/// <summary>S3 by bucket, prefix and access level: one statement an access level.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon S3".</remarks>
public static class S3Access
{
    /// <summary>The statements for these buckets.</summary>
    public static IEnumerable<Statement> Statements(ImmutableArray<BucketAccess> buckets, AwsAccount account)
    {
        var lists = buckets.Where(bucket => bucket.Access.Contains(S3AccessLevel.Read)).GroupBy(bucket => bucket.Prefix).OrderBy(group => group.Key, StringComparer.Ordinal);
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
