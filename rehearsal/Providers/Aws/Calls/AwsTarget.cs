using System.Collections.Immutable;
using Proof;

namespace Rehearsal.Providers.Aws.Calls;

/// <summary>Where a provider works, and what it adds to everything that it creates.</summary>
/// <param name="Account">The account's number, 12 digits.</param>
/// <param name="Region">The region, <c>us-east-1</c>.</param>
/// <param name="DefaultTags">The tags that every taggable resource gets.</param>
internal sealed record AwsTarget(string Account, string Region, ImmutableSortedDictionary<string, string> DefaultTags)
{
    /// <summary>The partition that the region belongs to.</summary>
    public string Partition => Place.PartitionOf(Region);

    /// <summary>What the names of services' endpoints end with there.</summary>
    public string DnsSuffix => Place.Of(Account, Region).DnsSuffix;
}
