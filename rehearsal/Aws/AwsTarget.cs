using System.Collections.Immutable;

namespace Rehearsal.Aws;

/// <summary>Where a provider works, and what it adds to everything that it creates.</summary>
/// <param name="Account">The account's number, 12 digits.</param>
/// <param name="Region">The region, <c>us-east-1</c>.</param>
/// <param name="DefaultTags">The tags that every taggable resource gets.</param>
internal sealed record AwsTarget(string Account, string Region, ImmutableSortedDictionary<string, string> DefaultTags)
{
    /// <summary>The partition that the region belongs to, <c>aws</c> say, as botocore's partitions.json tells it.</summary>
    public string Partition => Region.Split('-') switch
    {
        ["cn", ..] => "aws-cn",
        ["eusc", ..] => "aws-eusc",
        ["us", "gov", ..] => "aws-us-gov",
        ["us", "iso", ..] => "aws-iso",
        ["us", "isob", ..] => "aws-iso-b",
        ["eu", "isoe", ..] => "aws-iso-e",
        ["us", "isof", ..] => "aws-iso-f",
        _ => "aws",
    };
}
