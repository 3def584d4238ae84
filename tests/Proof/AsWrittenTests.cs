using Proof.Contracts;
using Proof.Results;

namespace SageMakerIam.Tests.Proof;

/// <summary>What the guides give as they are written, and what their examples give in their place, whose contracts hold.</summary>
[Collection(Judge.Proofs)]
public class AsWrittenTests
{
    [Fact]
    public async Task Docs_SayWhatEachGuideGives()
    {
        var rows = new List<string>();
        var files = Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "examples", "as-written"), "*.json");
        foreach (var document in files.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal))
        {
            var proof = await Judge.ProveAsWrittenAsync(document!);
            rows.AddRange(
                from principal in proof.Resolved.Contract.Principals
                where principal.Kind.IsOfTheStack() && proof.EscalationOf(principal) is not null
                select Row(document!, principal, proof));
        }

        WrittenPart.ShouldBe("docs/examples.md", "guides as written", $"""
            | guide | identity | escalation methods open, of 70 | actions on what is not its own | rows of the contract that hold |
            | --- | --- | --- | --- | --- |
            {string.Join('\n', rows)}

            """);
    }

    private static string Row(string document, ContractPrincipal principal, ProofResult proof) =>
        $"| {document} | {principal.Path} | {proof.EscalationOf(principal)!.Open.Count()} → 0 "
        + $"| {proof.ReachOf(principal)!.Actions.Count} → {proof.BoundOf(principal)} "
        + $"| {proof.Rows.Count - proof.BrokenRows.Count()} of {proof.Rows.Count} → all |";
}
