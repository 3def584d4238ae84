using Xunit.Abstractions;

[assembly: TestCollectionOrderer("SageMakerIam.Tests.LongestFirst", "SageMakerIam.Tests")]

namespace SageMakerIam.Tests;

/// <summary>
/// Begins with the tests that play whole lives of stacks or ask for whole proofs, one after the other, so that none is still at it when all
/// else is done.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        Proof.Judge.Proofs, nameof(Rehearsal.AdoptionTests), nameof(Rehearsal.Accounts.KeptExample), Rehearsal.CommandLineTests.Name,
        nameof(Rehearsal.KeyRotationTests), nameof(Rehearsal.Wire.OfficialNodeSdkTests), nameof(Rehearsal.PulumiCli.PulumiEngineTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(collection => Long.Any(name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal)));
}
