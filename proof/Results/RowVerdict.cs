using Proof.Contracts;

namespace Proof.Results;

/// <summary>Whether a row of the contract holds.</summary>
/// <param name="Row">The row.</param>
/// <param name="Held">Whether it holds.</param>
/// <param name="Decisions">The decision on each of its requests, in their order.</param>
public sealed record RowVerdict(ContractRow Row, bool Held, IReadOnlyList<Decision> Decisions)
{
    /// <summary>The requests that keep the row from holding, with the decisions on them.</summary>
    public IEnumerable<(AccessRequest Request, Decision Decision)> Broken => Held
        ? []
        : Row.Requests.Zip(Decisions).Where(pair => pair.Second.Failed || pair.Second.Allowed != (Row.Expects == Expectation.AllAllowed));
}
