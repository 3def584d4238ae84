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

    /// <summary>The beginning of the keys of the objects that are meant, <c>train/</c> say. Default: empty, the whole bucket.</summary>
    [Format<KeyPrefix>]
    public string Prefix { get; init; } = "";

    /// <summary>What may be done.</summary>
    public required ImmutableArray<S3AccessLevel> Access { get; init; }
}
