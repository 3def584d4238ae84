using Spectre.Console;

namespace Proof.Report;

/// <summary>Lines of styled text on a console.</summary>
public static class ConsoleLines
{
    /// <summary>Writes a line.</summary>
    public static void WriteLine(this IAnsiConsole console, params IEnumerable<StyledText> pieces)
    {
        ArgumentNullException.ThrowIfNull(console);
        console.Write(StyledText.Line([.. pieces, "\n"]));
    }
}
