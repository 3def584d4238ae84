using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// A trail of CloudTrail that records the management events of all regions, and data events where asked for, in a bucket of its own, with
/// digests by which a log that was changed is found out.
/// </summary>
/// <remarks>
/// AWS CloudTrail User Guide, "CloudTrail concepts", data events: <c>AWS::S3::Object</c>, <c>AWS::SageMaker::FeatureGroup</c>, and
/// <c>AWS::SageMaker::Endpoint</c>, of which it names InvokeEndpointWithResponseStream alone; "Validating CloudTrail log file integrity".
/// </remarks>
internal sealed record TrailSettings
{
    /// <summary>The longest time for which logs can be locked, in days.</summary>
    public const int LongestLock = 36_500;

    /// <summary>The trail's name: 3 to 128 letters, digits and <c>._-</c>.</summary>
    [Format<TrailName>]
    public required string Name { get; init; }

    /// <summary>
    /// The name of the bucket that is made for the logs: with versions, encrypted, closed to the public, and for CloudTrail
    /// alone of AWS's services to write.
    /// </summary>
    [Format<BucketName>]
    public required string Bucket { get; init; }

    /// <summary>The names of the buckets of which each reading and writing of an object is recorded. Default: none.</summary>
    [Format<BucketName>, ListOf("names of buckets")]
    public ImmutableArray<string> DataOf { get; init; } = [];

    /// <summary>Whether each reading and writing of a record of Feature Store is recorded. Default: false.</summary>
    public bool FeatureStore { get; init; }

    /// <summary>
    /// Whether the invocations of endpoints are recorded, as far as CloudTrail offers them: AWS names those with a response stream.
    /// Default: false.
    /// </summary>
    public bool ModelInvocations { get; init; }

    /// <summary>
    /// For how many days nobody, not even the account's root user, can delete a log or shorten its lock: 1 to 36,500. It cannot be taken
    /// back, nor can the bucket be deleted meanwhile. Default: 0, whoever is allowed to.
    /// </summary>
    [WholeNumber(0, LongestLock, "days")]
    public int ObjectLockDays { get; init; }

    /// <summary>
    /// The KMS key that encrypts the logs and digests, by its key in <c>keys</c>, or by its ARN: the policy of one that the stack does not
    /// make has to let CloudTrail. Default: null, a key of S3's.
    /// </summary>
    [KeyOf(nameof(StackSettings.Keys)), Format<KmsKeyArn>]
    public string? KmsKey { get; init; }

    /// <summary>
    /// The ARNs of the roles and users that read logs under a key of <c>keys</c>, as far as their own policies let them read the bucket.
    /// Default: none; needed with such a key.
    /// </summary>
    [Format<RoleOrUserArn>, ListOf("ARNs of roles and users")]
    public ImmutableArray<string> Readers { get; init; } = [];

    /// <summary>Whether Pulumi refuses to delete or replace the bucket and the trail. Default: true.</summary>
    public bool Protect { get; init; } = true;
}
