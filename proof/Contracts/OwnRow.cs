using Proof.Tasks;

namespace Proof.Contracts;

/// <summary>A row under <c>may</c>.</summary>
/// <param name="Entry">What it says.</param>
/// <param name="Requests">The requests that it is.</param>
internal sealed record OwnRow(ContractEntry Entry, List<AccessRequest> Requests)
{
    /// <summary>A task's requests, each with what it is made of; null where that makes none. Default: none, it is no task.</summary>
    public IReadOnlyList<(RequestTemplate Template, AccessRequest? Request)> Filled { get; init; } = [];

    /// <summary>What fills the holes of a task's requests. Default: null, it is no task.</summary>
    public Holes? Holes { get; init; }

    /// <summary>The identities of its requests.</summary>
    public HashSet<string> Identities { get; } = [.. Requests.Select(request => request.Identity)];

    /// <summary>The condition keys that its requests carry.</summary>
    public HashSet<string> Keys { get; } = [.. Requests.SelectMany(request => request.Context.Keys)];
}
