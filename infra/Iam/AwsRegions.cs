using System.Collections.Immutable;

namespace SageMakerIam.Iam;

/// <summary>The regions of AWS: the list <c>aws-regions.txt</c>.</summary>
internal static class AwsRegions
{
    /// <summary>The regions' names.</summary>
    public static ImmutableSortedSet<string> Names { get; } = Read();

    /// <summary>Whether there is a region of this name, written as AWS writes it.</summary>
    public static bool IsKnown(string region) => Names.Contains(region);

    private static ImmutableSortedSet<string> Read()
    {
        using var reader = new StreamReader(typeof(AwsRegions).Assembly.GetManifestResourceStream("aws-regions.txt")!);
        return reader.ReadToEnd()
            .Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToImmutableSortedSet(StringComparer.Ordinal);
    }
}
