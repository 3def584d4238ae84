using System.Collections.Immutable;

namespace SageMakerIam.Iam;

/// <summary>
/// Takes out of statements what others of them allow already: two that allow the same cost room, and neither could ever be shown to be
/// needed. The first to allow it keeps it.
/// </summary>
internal static class Repetition
{
    /// <summary>
    /// The statements, each without the actions that others allow on the same resources, under the same conditions or fewer.
    /// </summary>
    public static IEnumerable<Statement> Removed(params IEnumerable<Statement> statements)
    {
        var kept = statements.Select(WithoutNested).ToList();
        for (var index = kept.Count - 1; index >= 0; index--)
        {
            var statement = kept[index];
            kept.RemoveAt(index);
            kept.InsertRange(index, Unrepeated(statement, kept).ToList());
        }

        return kept;
    }

    private static Statement WithoutNested(Statement statement)
    {
        var resources = statement.Resources.Distinct().ToImmutableArray();
        return statement with
        {
            Resources = [.. resources.Where(resource => !resources.Any(other => other != resource && Covers(other, resource)))],
        };
    }

    // Actions that keep the same resources stay together; where they do not, the statement becomes several.
    private static IEnumerable<Statement> Unrepeated(Statement statement, IEnumerable<Statement> others)
    {
        var asWide = others.Where(other => IsMet(other, statement)).ToList();
        var parts = statement.Actions.GroupBy(action => Unrepeated(action, statement.Resources, asWide), Sequence)
            .Where(part => !part.Key.IsEmpty);
        foreach (var (number, part) in parts.Index())
        {
            var sid = number == 0 ? statement.Sid : $"{statement.Sid}Part{number + 1}";
            yield return statement with { Sid = sid, Actions = [.. part], Resources = part.Key };
        }
    }

    // The resources on which none of the others allows the action.
    private static ImmutableArray<string> Unrepeated(string action, ImmutableArray<string> resources, IEnumerable<Statement> others)
    {
        var patterns = others.Where(other => other.Actions.Contains(action)).SelectMany(other => other.Resources).ToList();
        return resources.RemoveAll(resource => patterns.Exists(pattern => Covers(pattern, resource)));
    }

    // Whether what meets the conditions of the second statement meets those of the first as well.
    private static bool IsMet(Statement statement, Statement by) =>
        statement.Conditions.All(condition => by.Conditions.Any(own => IsMet(condition, own)));

    // Whether what meets the second condition meets the first as well.
    private static bool IsMet(Condition condition, Condition by) =>
        condition.Operator == by.Operator
        && condition.Key == by.Key
        && by.Values.All(value => condition.Values.Any(allowed =>
            condition.Operator == "StringLike" ? Covers(allowed, value) : allowed == value));

    /// <summary>Whether a pattern matches all that another one matches.</summary>
    internal static bool Covers(string pattern, string other)
    {
        // Where the last wildcard stood, and how far it reaches: a wildcard of the other is matched by a wildcard alone.
        var (at, from, star, reach) = (0, 0, -1, 0);
        while (from < other.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, reach) = (at++, from);
            }
            else if (at < pattern.Length && (pattern[at] == other[from] || (pattern[at] == '?' && other[from] != '*')))
            {
                at++;
                from++;
            }
            else if (star >= 0)
            {
                (at, from) = (star + 1, ++reach);
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].All(rest => rest == '*');
    }

    private static readonly IEqualityComparer<ImmutableArray<string>> Sequence =
        EqualityComparer<ImmutableArray<string>>.Create((one, other) => one.SequenceEqual(other), list => list.Length);
}
