using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>A bucket, or the part of it under a prefix, and what may be done with it.</summary>
internal sealed record BucketAccess
{
    /// <summary>The bucket's name.</summary>
    [Format<BucketName>]
    public required string Name { get; init; }

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

    /// <summary>What may be done.</summary>
    public required ImmutableArray<S3AccessLevel> Access { get; init; }
}
