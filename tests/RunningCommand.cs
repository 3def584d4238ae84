using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SageMakerIam.Tests;

/// <summary>A command that runs, with its streams redirected.</summary>
internal sealed class RunningCommand : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly Task read;

    // A shell lets what it puts into the background ignore SIGINT, and so all that is started from there. What is tested here hears it.
    static RunningCommand()
    {
        const int Interrupt = 2;
        var (byDefault, ignored) = (nint.Zero, (nint)1);
        if (Signal(Interrupt, byDefault) is var before && before != ignored)
        {
            _ = Signal(Interrupt, before);
        }
    }

    private RunningCommand(Process process)
    {
        this.process = process;
        read = Task.WhenAll(ReadAsync(process.StandardOutput, output), ReadAsync(process.StandardError, errors));
    }

    /// <summary>The processes that it has started and that run.</summary>
    public ImmutableArray<int> Children => [.. Running().Where(other => other.Parent == process.Id).Select(other => other.Id)];

    /// <summary>Starts a command.</summary>
    public static RunningCommand Start(ProcessStartInfo start)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        return new RunningCommand(Process.Start(start)!);
    }

    /// <summary>Waits until a condition holds.</summary>
    public static async Task UntilAsync(Func<bool> holds, string because)
    {
        for (var waited = Stopwatch.StartNew(); !holds(); await Task.Delay(50))
        {
            if (waited.Elapsed > Limit)
            {
                throw new TimeoutException(because);
            }
        }
    }

    /// <summary>Waits until a process has ended.</summary>
    public static Task UntilEndedAsync(int id) =>
        UntilAsync(() => Running().All(other => other.Id != id), string.Create(CultureInfo.InvariantCulture, $"Process {id} runs on."));

    /// <summary>Waits until it prints a text.</summary>
    public Task UntilItPrintsAsync(string text) =>
        UntilAsync(() => Text(output).Contains(text, StringComparison.Ordinal), $"It prints no '{text}'.");

    /// <summary>Closes its standard input, as the death of its parent does.</summary>
    public void CloseInput() => process.StandardInput.Close();

    /// <summary>Sends it a signal: INT, TERM or KILL.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("bash", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {process.Id}")]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for its end; one that does not end in time is ended.</summary>
    /// <param name="within">How long it may take. Default: two minutes.</param>
    public async Task<EndedCommand> EndAsync(TimeSpan? within = null)
    {
        using var limit = new CancellationTokenSource(within ?? Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await read.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"It does not end. It says: {Text(output)}{Text(errors)}");
        }

        return new EndedCommand(process.ExitCode, Text(output), Text(errors));
    }

    public void Dispose() => process.Dispose();

    private static async Task ReadAsync(StreamReader stream, StringBuilder text)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            lock (text)
            {
                text.Append(line).Append('\n');
            }
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    /// <summary>What runs on this machine, but for what has ended and waits for its parent to hear of it.</summary>
    private static IEnumerable<(int Id, int Parent)> Running() =>
        from process in Directory.Exists("/proc/self") ? InProc() : SaidByPs()
        where process[2] is not ['Z', ..]
        select (int.Parse(process[0], CultureInfo.InvariantCulture), int.Parse(process[1], CultureInfo.InvariantCulture));

    /// <summary>Id, parent and state of each process of Linux.</summary>
    private static IEnumerable<string[]> InProc()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            string[] fields;
            try
            {
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            }
            catch (IOException)
            {
                // It has ended meanwhile.
                continue;
            }

            yield return [Path.GetFileName(folder), fields[1], fields[0]];
        }
    }

    /// <summary>The same, of macOS.</summary>
    private static IEnumerable<string[]> SaidByPs()
    {
        using var ps = Process.Start(new ProcessStartInfo("ps", ["-A", "-o", "pid=,ppid=,state="]) { RedirectStandardOutput = true })!;
        return [.. ps.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }

    /// <summary>Says what a signal does to this process and to those that it starts, and answers what it did before (signal(2)).</summary>
    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Signal(int number, nint handler);
}

/// <summary>How a command ended.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it said beside that, as progress and faults.</param>
internal sealed record EndedCommand(int Exit, string Output, string Errors)
{
    /// <summary>The lines that it said.</summary>
    public string[] Lines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
