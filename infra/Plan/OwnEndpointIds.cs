using System.Collections.Immutable;
using SageMakerIam.Settings;

namespace SageMakerIam.Plan;

/// <summary>The ids of the endpoints of S3, which stand in the settings by the keys of <c>endpoints</c>.</summary>
/// <param name="ByKey">The ids, by these keys.</param>
internal sealed record OwnEndpointIds(ImmutableSortedDictionary<string, string> ByKey)
{
    private const int LongestId = 22;

    /// <summary>Of a stack that has none.</summary>
    public static OwnEndpointIds None { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>Ids as long as they can get, before the endpoints are made.</summary>
    public static OwnEndpointIds Unmade(StackSettings settings) => new(settings.Endpoints.ToImmutableSortedDictionary(
        endpoints => endpoints.Key,
        endpoints => endpoints.Value.IdOf(EndpointService.S3) ?? "vpce-".PadRight(LongestId, 'x'),
        StringComparer.Ordinal));

    /// <summary>The settings of a guarded bucket, with the ids of its endpoints.</summary>
    public GuardedBucketSettings In(GuardedBucketSettings bucket) =>
        bucket with { Endpoints = [.. bucket.Endpoints.Select(endpoint => ByKey.GetValueOrDefault(endpoint, endpoint)).Distinct()] };
}
