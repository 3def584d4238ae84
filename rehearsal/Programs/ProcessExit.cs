using System.Diagnostics;
using System.Text;
using Rehearsal.Engine;

namespace Rehearsal.Programs;

/// <summary>The end of a process that ran a program.</summary>
internal static class ProcessExit
{
    /// <summary>The exit code of a process that SIGINT has ended: 128 and the signal's number.</summary>
    private const int Interrupted = 130;

    /// <summary>Waits for the end.</summary>
    /// <param name="process">The process.</param>
    /// <param name="output">What the program wrote.</param>
    public static async Task<ProgramExit> OfAsync(Process process, StringBuilder output)
    {
        await process.WaitForExitAsync().ConfigureAwait(false);
        if (process.ExitCode == Interrupted)
        {
            // The terminal sent it Ctrl-C as well: this process is about to hear of it, and there is nothing to say of the program.
            await Task.Delay(TimeSpan.FromSeconds(1)).ConfigureAwait(false);
        }

        return new ProgramExit(process.ExitCode, output.ToString().Trim());
    }
}
