using Spectre.Console;

namespace Proof.Report;

/// <summary>
/// A piece of text with its style, printed letter by letter: the markup of Spectre.Console would make a picture of <c>:key:</c>, which may
/// well stand in an ARN.
/// </summary>
/// <param name="Text">The text.</param>
/// <param name="Style">Its style; null for the terminal's own.</param>
public readonly record struct StyledText(string Text, Style? Style = null)
{
    /// <summary>A text in the terminal's own style.</summary>
    public static implicit operator StyledText(string text) => new(text);

    /// <summary>A text in bold.</summary>
    public static StyledText Bold(string text) => new(text, new Style(decoration: Decoration.Bold));

    /// <summary>A text in faint letters.</summary>
    public static StyledText Dim(string text) => new(text, new Style(decoration: Decoration.Dim));

    /// <summary>A text in a colour.</summary>
    public static StyledText In(Color colour, string text) => new(text, new Style(colour));

    /// <summary>Pieces as one line.</summary>
    public static Paragraph Line(params IEnumerable<StyledText> pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        var line = new Paragraph();
        foreach (var (text, style) in pieces)
        {
            line.Append(text, style);
        }

        return line;
    }
}
