using Proof.Results;

namespace Proof.Judging;

/// <summary>Asks for decisions, each by the policies of both accounts that a request touches.</summary>
/// <param name="World">The accounts.</param>
/// <param name="Requests">The requests.</param>
internal sealed record DecideRequest(JudgedWorld World, IReadOnlyList<AccessRequest> Requests);

/// <summary>The decisions.</summary>
/// <param name="Decisions">One a request, in their order.</param>
internal sealed record DecideAnswer(IReadOnlyList<Decision> Decisions);
