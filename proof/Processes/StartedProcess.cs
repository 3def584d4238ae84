using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Proof.Processes;

/// <summary>A process that this one has started, and which is ended with it when the user stops it.</summary>
public sealed class StartedProcess : IDisposable
{
    private static readonly ConcurrentDictionary<StartedProcess, string> Running = new();

    private StartedProcess(Process process) => Process = process;

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
    public static StartedProcess Start(ProcessStartInfo start, string what)
    {
        var started = new StartedProcess(Process.Start(start)!);
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

    /// <summary>Ends the process, which starts none of its own; it may have ended already.</summary>
    /// <remarks>
    /// Not with its tree: .NET stops a process first to look for children, and one that is stopped outlives this one, if that is killed
    /// meanwhile.
    /// </remarks>
    public void End()
    {
        if (Running.TryRemove(this, out _))
        {
            Process.Kill();
        }
    }

    /// <summary>Lets go of the process, which is no longer this one's to end.</summary>
    public void Dispose()
    {
        Running.TryRemove(this, out _);
        Process.Dispose();
    }
}
