using System.Collections.Immutable;
using Proof;

namespace Rehearsal.Providers.Aws;

/// <summary>The regions of AWS: the list <c>aws-regions.txt</c>.</summary>
internal static class AwsRegions
{
    private static readonly ImmutableSortedSet<string> Names = Read();

    /// <summary>What is wrong with a region that does not exist, with the nearest one that does; null for one that exists.</summary>
    public static string? FaultOf(string region) => Names.Contains(region)
        ? null
        : $"there is no region '{region}'{(NearestWord.Of(region, Names) is { } nearest ? $"; the nearest is '{nearest}'" : "")}.";

    private static ImmutableSortedSet<string> Read()
    {
        using var reader = new StreamReader(typeof(AwsRegions).Assembly.GetManifestResourceStream("aws-regions.txt")!);
        return reader.ReadToEnd()
            .Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToImmutableSortedSet(StringComparer.Ordinal);
    }
}
