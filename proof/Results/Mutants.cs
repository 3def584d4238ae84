namespace Proof.Results;

/// <summary>
/// What the contract noticed when parts of the stack's policies were taken away, and when they were widened by one step, one at a time.
/// </summary>
/// <param name="Count">How often something was taken away or widened.</param>
/// <param name="Widened">How often it was widened.</param>
/// <param name="Noticed">How often the contract noticed.</param>
/// <param name="Unnoticed">The parts that nothing in the contract needs, or whose widening nothing in it notices.</param>
public sealed record Mutants(int Count, int Widened, int Noticed, IReadOnlyList<UnnoticedMutant> Unnoticed)
{
    /// <summary>
    /// Those that say what to do. What nothing misses when it is gone needs a row, or has to go: how wide it is does not count before.
    /// </summary>
    public IEnumerable<UnnoticedMutant> Telling
    {
        get
        {
            var unneeded = Unnoticed.Where(mutant => !mutant.Widened).Select(PartOf).ToHashSet();
            return Unnoticed.Where(mutant => !mutant.Widened || !unneeded.Contains(PartOf(mutant)));
        }
    }

    private static (string Policy, string Statement, string Part) PartOf(UnnoticedMutant mutant) =>
        (mutant.Policy, mutant.Statement, mutant.Part);
}

/// <summary>A part of a policy that was taken away and not missed, or widened and not noticed.</summary>
/// <param name="Policy">The policy, in words.</param>
/// <param name="Statement">The statement's Sid, or its place.</param>
/// <param name="Taken">What was taken away or widened.</param>
/// <param name="Widened">Whether it was widened.</param>
public sealed record UnnoticedMutant(string Policy, string Statement, string Taken, bool Widened)
{
    /// <summary>What was taken away, or of what there is more now.</summary>
    public string Part => Widened ? Taken.Split(", ")[0] : Taken;

    /// <inheritdoc/>
    public override string ToString() => $"{Taken}, in {Statement} of {Policy}";
}
