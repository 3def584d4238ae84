namespace Proof.Contracts;

/// <summary>Something wrong in an access contract.</summary>
/// <param name="Place">Where.</param>
/// <param name="Found">What stood there.</param>
/// <param name="Allowed">What may stand there.</param>
public sealed record ContractFault(ContractPlace Place, string Found, string Allowed)
{
    /// <inheritdoc/>
    public override string ToString() => $"{string.Join(": ", new[] { $"{Place}", Found }.Where(part => part.Length > 0))}\n  {Allowed}";

    /// <summary>The fault of a word that is not known, with the nearest one that is.</summary>
    internal static ContractFault Unknown(ContractPlace place, string what, string word, IEnumerable<string> known, int most = 12)
    {
        var words = known.Order(StringComparer.Ordinal).ToList();
        var nearest = NearestWord.Of(word, words);
        var list = words.Count <= most ? $"It may be {string.Join(", ", words)}." : "";
        return new(place, $"unknown {what} '{word}'", nearest is null ? list : $"Did you mean '{nearest}'? {list}".TrimEnd());
    }
}
