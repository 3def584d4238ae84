namespace Rehearsal.Aws;

/// <summary>How many calls were made to AWS.</summary>
/// <param name="Reads">Calls that only read.</param>
/// <param name="Writes">Calls that create, update or delete.</param>
/// <param name="Repeats">How often one of them was made again, as it got no answer, or one that says to try again.</param>
internal sealed record AwsCalls(int Reads, int Writes, int Repeats)
{
    /// <summary>The calls that were made since an earlier count.</summary>
    public AwsCalls Since(AwsCalls earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new AwsCalls(Reads - earlier.Reads, Writes - earlier.Writes, Repeats - earlier.Repeats);
    }
}
