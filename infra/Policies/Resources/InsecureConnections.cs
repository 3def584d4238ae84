using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Resources;

/// <summary>What a bucket's policy denies to whoever does not come over TLS 1.2 or later.</summary>
/// <remarks>Amazon S3 User Guide, "Security best practices for Amazon S3".</remarks>
internal static class InsecureConnections
{
    /// <param name="prefix">What the ids of the statements begin with.</param>
    /// <param name="bucket">The ARN of the bucket.</param>
    public static ImmutableArray<Statement> Denied(string prefix, string bucket) =>
    [
        Denied($"{prefix}FromPlainHttp", bucket, Condition.False("aws:SecureTransport")),
        Denied($"{prefix}FromOldTls", bucket, Condition.LessThan("s3:TlsVersion", "1.2")),
    ];

    private static Statement Denied(string sid, string bucket, Condition condition) => new()
    {
        Sid = sid,
        Effect = Effect.Deny,
        Principal = Principal.Anyone,
        Actions = ["s3:*"],
        Resources = [bucket, $"{bucket}/*"],
        Conditions = [condition],
    };
}
