using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Resources;

/// <summary>
/// The policy of a guarded bucket. It only denies, so that who uses the bucket needs a policy of its own as before. What administers the
/// bucket is denied to nobody, but over an insecure connection: neither the account's administrators nor who updates the stack are locked
/// out.
/// </summary>
/// <remarks>
/// Amazon S3 User Guide, "Examples of Amazon S3 bucket policies", "Protecting data with encryption", "Controlling access from VPC endpoints
/// with bucket policies"; IAM User Guide, "AWS global condition context keys".
/// </remarks>
internal static class GuardedBucketPolicy
{
    /// <summary>What the id of each of its statements begins with.</summary>
    public const string SidPrefix = "GuardedFrom";

    private const string Caller = "aws:PrincipalArn";
    private const string KeyId = "s3:x-amz-server-side-encryption-aws-kms-key-id";
    private const string Listings = "s3:ListBucket*";
    private const string Write = "s3:PutObject";

    /// <param name="bucket">The bucket's name.</param>
    /// <param name="settings">How it is guarded.</param>
    /// <param name="users">The ARNs of the stack's own principals that use it.</param>
    /// <param name="account">The account that it is in.</param>
    public static PolicyDocument Document(string bucket, GuardedBucketSettings settings, IEnumerable<string> users, AwsAccount account)
    {
        var (itself, objects) = (account.Bucket(bucket), account.Objects(bucket, ""));
        ImmutableArray<string> named = [.. users.Concat(settings.Principals).Distinct().Order(StringComparer.Ordinal)];
        ImmutableArray<string> listing = [.. named.Concat(settings.Administrators).Distinct()];
        return new(
        [
            .. InsecureConnections.Denied("Guarded", itself),
            .. Encryption(settings, objects),
            // What is done to an object is done with the data; what is done to the bucket administers it, but for the listings.
            Denied("GuardedFromOthers", "s3:*", [objects], [Condition.ArnNotLike(Caller, named), .. ByNoService(settings)]),
            Denied(
                "GuardedFromOthersLists", Listings, [itself], [Condition.ArnNotLike(Caller, listing), .. ByNoService(settings)]),
            .. Network(settings, itself, objects),
        ]);
    }

    private static IEnumerable<Statement> Encryption(GuardedBucketSettings settings, string objects)
    {
        if (settings is { KmsKey: { } only, Create: false })
        {
            // Without a word of encryption, S3 takes what the bucket is set to, which in one of somebody else's is not known.
            yield return Denied("GuardedFromOtherKeys", Write, [objects], Condition.ArnNotEquals(KeyId, only));
            yield break;
        }

        // Data under a key that nobody but its writer has, is data that its writer can hold to ransom.
        yield return Denied(
            "GuardedFromKeysOfCallers", Write, [objects], Condition.Present("s3:x-amz-server-side-encryption-customer-algorithm"));
        if (settings.KmsKey is { } key)
        {
            yield return Denied(
                "GuardedFromOtherKeys", Write, [objects],
                Condition.ArnNotEquals(KeyId, key), Condition.Present("s3:x-amz-server-side-encryption"));
        }
    }

    private static IEnumerable<Statement> Network(GuardedBucketSettings settings, string itself, string objects)
    {
        if (settings.Endpoints.IsEmpty)
        {
            yield break;
        }

        // A service that works on in somebody's name comes from no VPC.
        ImmutableArray<Condition> elsewhere =
        [
            Condition.StringNotEquals("aws:SourceVpce", settings.Endpoints), Condition.NotTrue("aws:ViaAWSService"),
            .. ByNoService(settings),
        ];
        yield return Denied("GuardedFromElsewhere", "s3:*", [objects], elsewhere);
        yield return Denied(
            "GuardedFromElsewhereLists", Listings, [itself],
            settings.Administrators.IsEmpty ? elsewhere : [.. elsewhere, Condition.ArnNotLike(Caller, settings.Administrators)]);
    }

    // Services that do what a policy in the bucket lets them, as deliver logs: what is kept of one that was there may.
    private static IEnumerable<Condition> ByNoService(GuardedBucketSettings settings) =>
        settings.Adopt == BucketPolicyAdoption.Merge ? [Condition.NotTrue("aws:PrincipalIsAWSService")] : [];

    private static Statement Denied(
        string sid, string action, ImmutableArray<string> resources, params ImmutableArray<Condition> conditions) => new()
    {
        Sid = sid,
        Effect = Effect.Deny,
        Principal = Principal.Anyone,
        Actions = [action],
        Resources = resources,
        Conditions = conditions,
    };
}
