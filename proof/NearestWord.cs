namespace Proof;

/// <summary>Finds the known word that a misspelt one most likely means.</summary>
public static class NearestWord
{
    /// <summary>The known word with the fewest letters to change; null when none is near (over a third of the letters differ).</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        var (nearest, distance) = known.Select(candidate => (candidate, Distance(word, candidate))).DefaultIfEmpty(("", int.MaxValue))
            .MinBy(pair => pair.Item2);
        return distance <= Math.Max(1, Math.Max(word.Length, nearest.Length) / 3) ? nearest : null;
    }

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var next = new int[row.Length];
            next[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var same = char.ToUpperInvariant(from[i]) == char.ToUpperInvariant(to[j]);
                next[j + 1] = Math.Min(Math.Min(next[j], row[j + 1]) + 1, row[j] + (same ? 0 : 1));
            }

            row = next;
        }

        return row[^1];
    }
}
