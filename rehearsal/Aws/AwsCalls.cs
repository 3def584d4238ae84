namespace Rehearsal.Aws;

/// <summary>How many calls were made to AWS.</summary>
/// <param name="Reads">Calls that only read.</param>
/// <param name="Writes">Calls that create, update or delete.</param>
internal sealed record AwsCalls(int Reads, int Writes)
{
    /// <summary>The calls that were made since an earlier count.</summary>
    public AwsCalls Since(AwsCalls earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new AwsCalls(Reads - earlier.Reads, Writes - earlier.Writes);
    }
}
