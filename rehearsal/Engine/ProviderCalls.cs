namespace Rehearsal.Engine;

/// <summary>How many calls providers made to what they work with.</summary>
/// <param name="Reads">Calls that only read.</param>
/// <param name="Writes">Calls that create, update or delete.</param>
/// <param name="Repeats">How often one of them was made again, as it got no answer, or one that says to try again.</param>
internal sealed record ProviderCalls(int Reads, int Writes, int Repeats)
{
    /// <summary>What is known of the calls of providers that nobody watches.</summary>
    public static ProviderCalls NotCounted { get; } = new(0, 0, 0) { IsCounted = false };

    /// <summary>Whether the calls are counted. Default: true.</summary>
    public bool IsCounted { get; private init; } = true;

    /// <summary>The calls that were made since an earlier count.</summary>
    public ProviderCalls Since(ProviderCalls earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new ProviderCalls(Reads - earlier.Reads, Writes - earlier.Writes, Repeats - earlier.Repeats);
    }
}
