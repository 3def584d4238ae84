using System.Text.RegularExpressions;
using Proof.Parameters;

namespace Proof.Tasks;

/// <summary>What fills the holes of a request: the caller, the place, and the parameters of a task.</summary>
/// <param name="Caller">The ARN of who does the task; it also fills <c>{self}</c>.</param>
/// <param name="Place">The stack's place.</param>
/// <param name="Parameters">The task's parameters with their values.</param>
/// <param name="Literals">
/// What takes the place of <c>{word=literal}</c>, made from the literal, by word; the literal itself where there is nothing.
/// </param>
internal sealed partial record Holes(
    string Caller,
    Place Place,
    IReadOnlyDictionary<string, (ParameterKind Kind, string? Value)> Parameters,
    IReadOnlyDictionary<string, Func<string, string?>> Literals)
{
    /// <summary>Splits a line at the spaces outside its holes.</summary>
    public static string[] Split(string line) => [.. Words().Matches(line).Select(match => match.Value)];

    /// <summary>The words by which what fills its holes is found: the names of parameters, and those before literals.</summary>
    public static HashSet<string> Mentioned(string line) =>
    [
        .. from match in Hole().Matches(line)
           from hole in match.Groups[1].Value.Split('|')
           select hole.Split('=', ':')[0],
    ];

    /// <summary>A text with its holes filled; null where one of them stays empty.</summary>
    public string? Fill(string template)
    {
        if (template == "caller")
        {
            return Caller;
        }

        var filled = template;
        for (var at = filled.IndexOf('{', StringComparison.Ordinal); at >= 0; at = filled.IndexOf('{', at))
        {
            var end = filled.IndexOf('}', at);
            if (FillOne(filled[(at + 1)..end]) is not { } value)
            {
                return null;
            }

            filled = $"{filled.AsSpan(0, at)}{value}{filled.AsSpan(end + 1)}";
            at += value.Length;
        }

        return filled;
    }

    private string? FillOne(string hole)
    {
        if (hole.Split('|', 2) is [var given, var otherwise])
        {
            return FillOne(given) ?? FillOne(otherwise);
        }

        if (hole.Split('=', 2) is [var word, var literal])
        {
            return Literals.TryGetValue(word, out var stranger) ? stranger(literal) : literal;
        }

        return hole switch
        {
            "self" => Caller,
            "partition" => Place.Partition,
            "region" => Place.Region,
            "dns suffix" => Place.DnsSuffix,
            "account" => Place.Account,
            _ when hole.StartsWith("arn:", StringComparison.Ordinal) => Place.Arn(hole["arn:".Length..]),
            _ when hole.Split(':') is [var name, var part] => FillParameter(name, part),
            _ => FillParameter(hole, null),
        };
    }

    private string? FillParameter(string name, string? part) =>
        Parameters.TryGetValue(name, out var parameter) && parameter.Value is { } value
            ? parameter.Kind.Fill(Place.Fill(value), Place, part)
            : null;

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"(?:\{[^{}]*\}|[^\s{])+")]
    private static partial Regex Words();
}
