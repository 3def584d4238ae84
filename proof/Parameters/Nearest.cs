using System.Collections.Immutable;

namespace Proof.Parameters;

/// <summary>
/// The nearest to a text that is not it: a character more, one less, another separator, another case. What is granted one step too wide
/// lets one of them in.
/// </summary>
internal static class Nearest
{
    private const string More = "2";

    /// <summary>Each step, by itself; null where the text has no separator, or no case.</summary>
    public static ImmutableArray<Func<string, string?>> Steps { get; } =
    [
        text => $"{text}{More}",
        text => text.Length > 1 ? text[..^1] : null,
        OtherSeparator,
        OtherCase,
    ];

    /// <summary>The nearest to a text.</summary>
    public static IEnumerable<string> Of(string text) => Steps.Select(step => step(text)).OfType<string>();

    /// <summary>The text with its first letter in another case; null for one without letters.</summary>
    public static string? OtherCase(string text)
    {
        var at = Array.FindIndex(text.ToCharArray(), char.IsAsciiLetter);
        return at < 0 ? null : $"{text[..at]}{Swapped(text[at])}{text[(at + 1)..]}";
    }

    /// <summary>The nearest to what ends in a slash where everything under it is meant: the folder above is among them.</summary>
    public static IEnumerable<string> OfFolderOrName(string value) => value.EndsWith('/')
        ? OfBeginning(value, value.Length).Append(value[..(value.TrimEnd('/').LastIndexOf('/') + 1)])
        : Of(value);

    /// <summary>
    /// The nearest to an ARN: another name, which is what follows the last slash or colon, another region, another account.
    /// </summary>
    public static IEnumerable<string> OfArn(string arn)
    {
        var at = arn.LastIndexOfAny(['/', ':']) + 1;
        return Of(arn[at..]).Select(name => $"{arn[..at]}{name}").Concat(OfElsewhere(arn));
    }

    /// <summary>What has the name of an ARN in another region or account.</summary>
    public static IEnumerable<string> OfElsewhere(string arn)
    {
        var parts = arn.Split(':', 6);
        string[] elsewhere = [Of(parts, Next(parts[3]), parts[4]), Of(parts, parts[3], Next(parts[4]))];
        return elsewhere.Where(other => other != arn);
    }

    /// <summary>What ends in the next digit: the account, or the region, beside one; nothing beside nothing.</summary>
    public static string Next(string number) =>
        number.Length == 0 ? number : $"{number[..^1]}{(number[^1] == '9' ? '0' : (char)(number[^1] + 1))}";

    private static string Of(string[] arn, string region, string account) => string.Join(':', [.. arn[..3], region, account, arn[5]]);

    /// <summary>
    /// The nearest to a text that do not begin as it does: what may follow its beginning is free, so that the step is taken in the
    /// beginning, before its last character.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How long its beginning is.</param>
    public static IEnumerable<string> OfBeginning(string text, int length)
    {
        var (beginning, last, rest) = (text[..(length - 1)], text[length - 1], text[length..]);
        return Of(beginning).Select(near => $"{near}{last}{rest}").Append($"{beginning}{More}{rest}");
    }

    private static string? OtherSeparator(string text)
    {
        var at = text.IndexOfAny(['-', '_', '.', '/']);
        return at < 0 ? null : $"{text[..at]}{(text[at] == '-' ? '_' : '-')}{text[(at + 1)..]}";
    }

    private static char Swapped(char letter) => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter);
}
