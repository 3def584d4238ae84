using System.Collections.Immutable;

namespace SageMakerIam.Plan.Rotation;

/// <summary>The access keys of a deployer's user before an update. Generations stand in ascending order.</summary>
/// <param name="Recorded">The generations that the last update recorded.</param>
/// <param name="Existing">Those of them whose keys are there.</param>
/// <param name="Active">Those of them whose keys work.</param>
/// <param name="Unmade">The generation of a key that was to be there, and that the last update did not make; null if there is none.</param>
/// <param name="Foreign">How many keys the user has that are not the stack's.</param>
internal sealed record AccessKeysBefore(
    ImmutableArray<int> Recorded, ImmutableArray<int> Existing, ImmutableArray<int> Active, int? Unmade, int Foreign)
{
    /// <summary>Compares what the last update recorded with what is there.</summary>
    /// <param name="recorded">The ids of the keys, by generation.</param>
    /// <param name="unmade">The generation of a key that it did not make.</param>
    /// <param name="there">The ids of the keys that the user has, each with whether it is active.</param>
    public static AccessKeysBefore Of(ImmutableSortedDictionary<int, string> recorded, int? unmade, ImmutableDictionary<string, bool> there)
    {
        ImmutableArray<int> existing = [.. recorded.Where(key => there.ContainsKey(key.Value)).Select(key => key.Key)];
        return new(
            [.. recorded.Keys],
            existing,
            [.. existing.Where(generation => there[recorded[generation]])],
            unmade,
            there.Count - existing.Length);
    }
}
