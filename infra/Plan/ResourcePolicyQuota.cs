using System.Text;

namespace SageMakerIam.Plan;

/// <summary>
/// How long the policy of a resource may be, white space included. Each is counted in bytes: of characters where AWS counts these, since
/// what the stack says in such a policy is ASCII.
/// </summary>
/// <param name="Service">The service that holds the policy, as messages say it.</param>
/// <param name="MostBytes">How many bytes it holds.</param>
internal sealed record ResourcePolicyQuota(string Service, int MostBytes)
{
    /// <summary>That of a bucket, which keeps what others wrote into it.</summary>
    /// <remarks>Amazon S3 User Guide, "Bucket policies for Amazon S3": 20 KB.</remarks>
    public static ResourcePolicyQuota Bucket { get; } = new("S3", 20 * 1024);

    /// <summary>That of a KMS key.</summary>
    /// <remarks>AWS KMS API Reference, "PutKeyPolicy", and AWS KMS Developer Guide, "Resource quotas": 32 KB, not adjustable.</remarks>
    public static ResourcePolicyQuota Key { get; } = new("KMS", 32 * 1024);

    /// <summary>That of a secret.</summary>
    /// <remarks>AWS Secrets Manager API Reference, "PutResourcePolicy": <c>ResourcePolicy</c> has at most 20,480 characters.</remarks>
    public static ResourcePolicyQuota Secret { get; } = new("Secrets Manager", 20_480);

    /// <summary>That of a repository.</summary>
    /// <remarks>Amazon ECR API Reference, "SetRepositoryPolicy": <c>policyText</c> has at most 10,240 characters.</remarks>
    public static ResourcePolicyQuota Repository { get; } = new("ECR", 10_240);

    /// <summary>That of a VPC endpoint.</summary>
    /// <remarks>AWS PrivateLink Guide, "AWS PrivateLink quotas": 20,480 characters.</remarks>
    public static ResourcePolicyQuota Endpoint { get; } = new("AWS", 20_480);

    /// <summary>How much of it a policy takes, in bytes.</summary>
    /// <param name="policy">The policy, as JSON.</param>
    public static int Size(string policy) => Encoding.UTF8.GetByteCount(policy);
}
