using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Proof;
using Proof.Judging;
using Proof.Results;
using SageMakerIam.Tests.Schemas;

namespace SageMakerIam.Tests.Proof;

/// <summary>The judge of access, and the proofs that several tests look at.</summary>
internal static class Judge
{
    /// <summary>The tests that ask for whole proofs, one after the other: the judge is one process, and does one at a time.</summary>
    public const string Proofs = "proofs";

    private static readonly ConcurrentDictionary<string, Shared<ProofResult>> Made = new();

    /// <summary>The proof of one of the documents as written, against its example's contract; made once.</summary>
    public static Task<ProofResult> ProveAsWrittenAsync(string document) => ProveOnceAsync(document, () =>
    {
        var folder = Path.Combine(RepositoryFolder.Path, "examples");
        return AccessProof.RunAsync(
            AccessSchemaVerdict.Read(Path.Combine(folder, $"{document}.access.yaml")),
            AuthorizationDetails.Read(Path.Combine(folder, "as-written", $"{document}.json")),
            SmallStack.Place);
    });

    /// <summary>A proof that several tests look at; made once.</summary>
    public static Task<ProofResult> ProveOnceAsync(string name, Func<Task<ProofResult>> prove) =>
        Made.GetOrAdd(name, _ => new Shared<ProofResult>(prove)).GetAsync();

    /// <summary>The decision on one request.</summary>
    /// <param name="accounts">The accounts' authorization details.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="on">The ARN of the resource.</param>
    /// <param name="context">The condition keys of the request.</param>
    public static Task<Decision> DecideAsync(
        IEnumerable<JsonNode> accounts, string by, string action, string on, params (string Key, string Value)[] context) =>
        DecideAsync(new JudgedWorld([.. accounts], SmallStack.Place), by, action, on, context);

    /// <summary>The decision on one request in a world.</summary>
    public static async Task<Decision> DecideAsync(
        JudgedWorld world, string by, string action, string on, params (string Key, string Value)[] context)
    {
        var request = new AccessRequest(by, action, on, context.ToDictionary(entry => entry.Key, entry => entry.Value));
        return (await AccessJudge.DecideAsync(new DecideRequest(world, [request]))).Decisions.Single();
    }
}
