using System.Collections.Immutable;
using Proof.Contracts;

namespace Proof.Results;

/// <summary>Whether a row of the contract holds.</summary>
/// <param name="Row">The row.</param>
/// <param name="Held">Whether it holds.</param>
/// <param name="Decisions">The decision on each of its requests, in their order.</param>
/// <param name="Broken">The requests that keep the row from holding, with the decisions on them.</param>
public sealed record RowVerdict(
    ContractRow Row,
    bool Held,
    IReadOnlyList<Decision> Decisions,
    ImmutableArray<(AccessRequest Request, Decision Decision)> Broken);
