using System.Globalization;
using System.Text.RegularExpressions;

namespace Proof.Contracts;

/// <summary>Something wrong in an access contract.</summary>
/// <param name="Place">Where.</param>
/// <param name="Found">What stood there.</param>
/// <param name="Allowed">What may stand there.</param>
public sealed partial record ContractFault(ContractPlace Place, string Found, string Allowed)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(": ", new[] { $"{Place}", Visible(Found) }.Where(part => part.Length > 0))
        + (Allowed.Length > 0 ? $"\n  {Visible(Allowed)}" : "");

    /// <summary>The fault of a word that is not known, with the nearest one that is.</summary>
    internal static ContractFault Unknown(ContractPlace place, string what, string word, IEnumerable<string> known, int most = 12)
    {
        var words = known.Order(StringComparer.Ordinal).ToList();
        var nearest = NearestWord.Of(word, words);
        var list = words.Count <= most ? $"It may be {string.Join(", ", words)}." : "";
        return new(place, $"unknown {what} '{word}'", nearest is null ? list : $"Did you mean '{nearest}'? {list}".TrimEnd());
    }

    // What cannot be seen or told, or would end the line, is shown by its number.
    private static string Visible(string text) =>
        Invisible().Replace(text, found => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)found.ValueSpan[0]:x4}"));

    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Z}-[ ]]")]
    private static partial Regex Invisible();
}
