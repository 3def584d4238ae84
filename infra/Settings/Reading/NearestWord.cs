namespace SageMakerIam.Settings.Reading;

/// <summary>Finds the known word that a misspelt one most likely stands for.</summary>
internal static class NearestWord
{
    /// <summary>The nearest known word; null when none is near: more than a third of the letters differ.</summary>
    public static string? Of(string word, IEnumerable<string> known) => known
        .Select(candidate => (Word: candidate, Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(candidate => candidate.Distance <= Math.Max(1, candidate.Word.Length / 3))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Word)
        .FirstOrDefault();

    /// <summary>How many letters must be put in, taken out, changed, or exchanged with the next one (optimal string alignment).</summary>
    private static int Distance(string from, string to)
    {
        var (last, row) = (new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray());
        for (var i = 1; i <= from.Length; i++)
        {
            var next = new int[to.Length + 1];
            next[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = row[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                next[j] = Math.Min(change, Math.Min(row[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    next[j] = Math.Min(next[j], last[j - 2] + 1);
                }
            }

            (last, row) = (row, next);
        }

        return row[to.Length];
    }
}
