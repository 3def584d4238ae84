namespace Rehearsal.Proof.Contracts;

/// <summary>Something wrong in an access contract.</summary>
/// <param name="Path">Where: <c>deployers.developer.may[2].on data under</c>; empty for the contract as a whole.</param>
/// <param name="Found">What stood there.</param>
/// <param name="Allowed">What may stand there.</param>
public sealed record ContractFault(string Path, string Found, string Allowed)
{
    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? $"{Found}\n  {Allowed}" : $"{Path}: {Found}\n  {Allowed}";

    /// <summary>The fault of a word that is not known, with the nearest one that is.</summary>
    internal static ContractFault Unknown(string path, string what, string word, IEnumerable<string> known, int most = 12)
    {
        var words = known.Order(StringComparer.Ordinal).ToList();
        var nearest = NearestWord.Of(word, words);
        var list = words.Count <= most ? $"It may be {string.Join(", ", words)}." : "";
        return new(path, $"unknown {what} '{word}'", nearest is null ? list : $"Did you mean '{nearest}'? {list}".TrimEnd());
    }
}
