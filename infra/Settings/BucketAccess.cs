using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>A bucket, or the part of it under a prefix, and what may be done with it.</summary>
[ExactlyOneOf("Expected name, or defaultBucket: true, and not both", nameof(Name), nameof(DefaultBucket))]
internal sealed record BucketAccess
{
    /// <summary>The bucket's name. Default: null; needed without <c>defaultBucket</c>.</summary>
    [Format<BucketName>]
    public string? Name { get; init; }

    /// <summary>
    /// Whether it is the bucket that the SageMaker SDK takes where it is given none, <c>sagemaker-REGION-ACCOUNT</c>, by the region and
    /// account of the stack. The SDK looks it up first (<c>lookUp</c>), and makes it where it is missing (<c>createBucket</c>).
    /// Default: false.
    /// </summary>
    public bool DefaultBucket { get; init; }

    /// <summary>
    /// The number of the account that the bucket is in. No other is written to or read, even if a bucket of this name is there after this
    /// one is gone. Default: null, the stack's own.
    /// </summary>
    [Format<AccountId>]
    public string? Account { get; init; }

    /// <summary>
    /// The beginning of the keys of the objects that are meant: a folder, <c>train/</c> say. Default: empty, the whole bucket.
    /// </summary>
    [Format<KeyPrefix>]
    public string Prefix { get; init; } = "";

    /// <summary>
    /// Whether a prefix that does not end in <c>/</c> is meant as it is: <c>train</c> is <c>train-payroll/</c>, too. Default: false, such
    /// a prefix is a fault.
    /// </summary>
    public bool PrefixIsNotAFolder { get; init; }

    /// <summary>
    /// Whether the bucket may be looked up (HeadBucket, its region, its versioning), as the SageMaker SDK, Airflow and DVC do before they
    /// use one. AWS checks HeadBucket as a listing without a prefix: whoever may look a bucket up may list all keys in it. Default: false.
    /// </summary>
    public bool LookUp { get; init; }

    /// <summary>
    /// Whether only those keys under the prefix are meant that the SageMaker SDK makes of the names of jobs, models, endpoints and
    /// pipelines, for the names that begin with one of <c>resourcePrefixes</c>: <c>JOB/source/…</c>,
    /// <c>async-endpoint-inputs/ENDPOINT/…</c>. With a <c>default_bucket_prefix</c>, the SDK keeps to a folder instead; it is given with
    /// its slash, <c>team/</c>, since the SDK lists it first. Default: false.
    /// </summary>
    public bool ClientKeys { get; init; }

    /// <summary>What may be done.</summary>
    public required ImmutableArray<S3AccessLevel> Access { get; init; }

    /// <summary>Whether the bucket itself may be created.</summary>
    public bool MayBeMade => Access.Contains(S3AccessLevel.CreateBucket) || Access.Contains(S3AccessLevel.ManageBucket);

    /// <summary>The bucket's name in an account and region.</summary>
    public string NameIn(AwsAccount account) => Name ?? $"sagemaker-{account.Region}-{account.AccountId}";
}
