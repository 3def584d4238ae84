using Proof.Parameters;

namespace Proof.Contracts;

/// <summary>What stands under a principal's <c>may</c>.</summary>
/// <param name="Principal">The principal.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Allowed">All that they allow.</param>
/// <param name="Near">What its values stand beside.</param>
internal sealed record OwnRows(
    ContractPrincipal Principal, string Arn, IReadOnlyList<OwnRow> Rows, AllowedRequests Allowed, Neighbourhood Near)
{
    /// <summary>The requests that the principal makes itself, of all rows.</summary>
    public IReadOnlyList<AccessRequest> Requests { get; } =
        [.. Rows.SelectMany(row => row.Requests).Where(request => request.By == Arn)];
}
