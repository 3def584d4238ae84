namespace Proof.Judging;

/// <summary>Asks which of these requests can never be asked.</summary>
/// <param name="World">A world, whose accounts do not matter.</param>
/// <param name="Requests">The requests.</param>
internal sealed record VetRequest(JudgedWorld World, IReadOnlyList<AccessRequest> Requests);

/// <summary>The requests that can never be asked.</summary>
/// <param name="Faults">What is wrong, request by request.</param>
internal sealed record VetAnswer(IReadOnlyList<VetFault> Faults);

/// <summary>Why a request can never be asked.</summary>
/// <param name="Index">Its place in the list, counted from 0.</param>
/// <param name="Why">What is wrong with it.</param>
/// <param name="Words">The actions that exist, where it names one that does not; none otherwise.</param>
internal sealed record VetFault(int Index, string Why, IReadOnlyList<string> Words);
