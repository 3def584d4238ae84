using System.Globalization;
using System.Text.RegularExpressions;

namespace SageMakerIam.Settings.Reading;

/// <summary>Text as a message shows it.</summary>
internal static partial class VisibleText
{
    /// <summary>The text, with the numbers of characters that cannot be seen or told, or that would end the line: <c>\u200b</c>.</summary>
    public static string Of(string text) =>
        Invisible().Replace(text, found => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)found.ValueSpan[0]:x4}"));

    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Z}-[ ]]")]
    private static partial Regex Invisible();
}
