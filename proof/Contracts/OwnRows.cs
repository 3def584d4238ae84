using Proof.Parameters;

namespace Proof.Contracts;

/// <summary>What stands under a principal's <c>may</c>.</summary>
/// <param name="Principal">The principal.</param>
/// <param name="Self">Its ARN.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Allowed">All that they allow.</param>
/// <param name="Near">What its values stand beside.</param>
internal sealed record OwnRows(
    ContractPrincipal Principal, string Self, IReadOnlyList<OwnRow> Rows, AllowedRequests Allowed, Neighbourhood Near)
{
    /// <summary>The principal as one of its team.</summary>
    public Teams.Member AsMember() =>
        new(Principal, Self, [.. Rows.SelectMany(row => row.Requests).Where(request => request.By == Self)], Allowed);
}
