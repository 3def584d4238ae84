namespace Proof.Results;

/// <summary>What the contract noticed when parts of the stack's policies were taken away, one at a time.</summary>
/// <param name="Count">How many parts there are.</param>
/// <param name="Noticed">How many were missed.</param>
/// <param name="Unnoticed">The parts that nothing in the contract needs.</param>
public sealed record Mutants(int Count, int Noticed, IReadOnlyList<UnnoticedMutant> Unnoticed);

/// <summary>A part of a policy that was taken away and not missed.</summary>
/// <param name="Policy">The policy, in words.</param>
/// <param name="Statement">The statement's Sid, or its place.</param>
/// <param name="Taken">What was taken away.</param>
public sealed record UnnoticedMutant(string Policy, string Statement, string Taken)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Taken}, in {Statement} of {Policy}";
}
