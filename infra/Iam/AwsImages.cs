using System.Collections.Immutable;

namespace SageMakerIam.Iam;

/// <summary>
/// AWS's own images for SageMaker, and the accounts that host them: the list <c>aws-images.txt</c>, which names its source.
/// </summary>
internal static class AwsImages
{
    private static readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Accounts = Read();

    /// <summary>The names of the repositories.</summary>
    public static IEnumerable<string> Names => Accounts.Keys;

    /// <summary>The regions in which a repository is; none where there is no such repository.</summary>
    public static IEnumerable<string> RegionsOf(string repository) => Accounts.GetValueOrDefault(repository)?.Keys ?? [];

    /// <summary>The account that hosts a repository in a region; null where none does.</summary>
    public static string? AccountOf(string repository, string region) => Accounts.GetValueOrDefault(repository)?.GetValueOrDefault(region);

    /// <summary>Whether an account hosts some of them.</summary>
    public static bool IsHost(string account) => Accounts.Values.Any(byRegion => byRegion.ContainsValue(account));

    private static ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Read()
    {
        using var reader = new StreamReader(typeof(AwsImages).Assembly.GetManifestResourceStream("aws-images.txt")!);
        return (from line in reader.ReadToEnd().Split('\n')
                where line.Length > 0 && line[0] != '#'
                let sides = line.Split(": ")
                let accounts = sides[1].Split(' ').Select(pair => pair.Split('='))
                    .ToImmutableSortedDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
                from repository in sides[0].Split(' ')
                select (repository, accounts))
            .ToImmutableSortedDictionary(pair => pair.repository, pair => pair.accounts, StringComparer.Ordinal);
    }
}
