using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Rehearsal.Node;
using Rehearsal.Proof;
using Rehearsal.Proof.Contracts;
using Rehearsal.Proof.Results;

namespace SageMakerIam.Tests.Proof;

/// <summary>The Node.js process with the judge, shared by the tests of the proof.</summary>
public sealed class JudgeProcess : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Task<ProofResult>> proofs = new();
    private NodeProcess? node;

    public NodeProcess Node => node!;

    public Task InitializeAsync()
    {
        node = NodeProcess.Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Node.DisposeAsync();

    /// <summary>The proof of one of the documents as written, against its example's contract; made once.</summary>
    public Task<ProofResult> ProveAsWrittenAsync(string document) => ProveOnceAsync(document, () =>
    {
        var folder = Path.Combine(RepositoryFolder.Path, "examples");
        return AccessProof.RunAsync(
            Node,
            AccessContract.Read(Path.Combine(folder, $"{document}.access.yaml")),
            AuthorizationDetails.Read(Path.Combine(folder, "as-written", $"{document}.json")),
            SmallStack.Place);
    });

    /// <summary>A proof that several tests look at; made once.</summary>
    public Task<ProofResult> ProveOnceAsync(string name, Func<Task<ProofResult>> prove) => proofs.GetOrAdd(name, _ => prove());

    /// <summary>The decision on one request: <c>allowed</c>, <c>denied</c> or <c>failed</c>, with its reasons.</summary>
    public async Task<JsonObject> DecideAsync(IEnumerable<JsonNode> accounts, string by, string action, string on, params (string Key, string Value)[] context)
    {
        var answer = await Node.CallAsync("judge", new
        {
            details = accounts,
            place = new { partition = "aws", account = "123456789012", region = "us-east-1" },
            requests = new[] { new { by, action, on, context = context.ToDictionary(entry => entry.Key, entry => entry.Value) } },
        });
        return answer![0]!.AsObject();
    }
}

/// <summary>The tests that share one judge.</summary>
[CollectionDefinition(Name)]
public sealed class ProofTests : ICollectionFixture<JudgeProcess>
{
    public const string Name = "proof";
}
