using Rehearsal;
using Rehearsal.Output;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>The command <c>./rehearse</c>, and what it says on a screen without colours.</summary>
internal static class RehearseCommand
{
    /// <summary>Rehearses with the program in one process for all tests.</summary>
    public static Task<(int Exit, string Text)> RunAsync(params string[] arguments) => RunAsync(arguments, isWarm: true);

    /// <summary>Rehearses as a user does: the program has a process of this command.</summary>
    public static Task<(int Exit, string Text)> RunAsUserAsync(params string[] arguments) => RunAsync(arguments, isWarm: false);

    private static async Task<(int Exit, string Text)> RunAsync(string[] arguments, bool isWarm)
    {
        using var text = new StringWriter();
        var exit = await CommandLine.RunAsync(
            arguments, Screen.PlainText(text), isWarm ? _ => new WarmProgram() : project => project.Program());
        return (exit, text.ToString());
    }
}
