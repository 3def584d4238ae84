using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Proof.Processes;

/// <summary>A process that this one has started, and which is ended with it when the user stops it.</summary>
public sealed class StartedProcess : IDisposable
{
    private static readonly ConcurrentDictionary<StartedProcess, string> Running = new();

    // What a process may take to end by itself what it has started.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int Interrupt = 2;

    private readonly bool isInterrupted;

    private StartedProcess(Process process, bool isInterrupted) => (Process, this.isInterrupted) = (process, isInterrupted);

    /// <summary>The process.</summary>
    public Process Process { get; }

    /// <summary>What runs, each as <c>the emulated AWS (process 4711)</c>, in the order of their ids.</summary>
    public static ImmutableArray<string> Names =>
    [
        .. Running.OrderBy(entry => entry.Key.Process.Id)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Value} (process {entry.Key.Process.Id})")),
    ];

    /// <summary>Starts a process.</summary>
    /// <param name="start">What to start.</param>
    /// <param name="what">What it is, in words.</param>
    /// <param name="isInterrupted">
    /// Whether it starts processes of its own, so that it is ended as by Ctrl-C, which lets it end them. Default: false.
    /// </param>
    public static StartedProcess Start(ProcessStartInfo start, string what, bool isInterrupted = false)
    {
        var started = new StartedProcess(Process.Start(start)!, isInterrupted);
        Running[started] = what;
        return started;
    }

    /// <summary>Ends all that run.</summary>
    public static void EndAll()
    {
        foreach (var started in Running.Keys)
        {
            started.End();
        }
    }

    /// <summary>
    /// Ends the process, which may have ended already. One that is interrupted and does not end within ten seconds is ended with all that
    /// it has started.
    /// </summary>
    /// <remarks>
    /// Any other not with its tree: .NET stops a process first to look for children, and one that is stopped outlives this one, if that is
    /// killed meanwhile.
    /// </remarks>
    public void End()
    {
        if (!Running.TryRemove(this, out _))
        {
            return;
        }

        if (!isInterrupted)
        {
            Process.Kill();
        }
        else if (Kill(Process.Id, Interrupt) == 0 && !Process.WaitForExit(Patience))
        {
            Process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Lets go of the process, which is no longer this one's to end.</summary>
    public void Dispose()
    {
        Running.TryRemove(this, out _);
        Process.Dispose();
    }

    /// <summary>Sends a process a signal (kill(2)).</summary>
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
