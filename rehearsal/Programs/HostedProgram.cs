using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Proof.Processes;
using Rehearsal.Engine;

namespace Rehearsal.Programs;

/// <summary>
/// A Pulumi program that is an assembly of .NET, in one process for all its runs: each after the first finds the runtime, the Pulumi SDK
/// and the packages at work already. A run that ends the process is followed by one in another.
/// </summary>
internal sealed class HostedProgram : IPulumiProgram, IDisposable
{
    // What the process may take to end, once there is nothing more to run.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ProcessStartInfo start;

    // What no program prints by itself.
    private readonly string mark = $"{Guid.NewGuid():N} ";

    // The SDK keeps a channel an address as long as its process lives, one to an engine that is gone too: where a port comes again, the
    // first call of a run could fail at once.
    private readonly HashSet<string> engines = [];
    private StartedProcess? host;

    /// <param name="assembly">The assembly's full path; its <c>.deps.json</c> and <c>.runtimeconfig.json</c> stand beside it.</param>
    /// <param name="arguments">The program's command line.</param>
    /// <param name="workingDirectory">The folder that it runs in.</param>
    public HostedProgram(string assembly, IEnumerable<string> arguments, string workingDirectory)
    {
        string[] command =
        [
            "exec",
            "--depsfile", Path.ChangeExtension(assembly, ".deps.json"),
            "--runtimeconfig", Path.ChangeExtension(assembly, ".runtimeconfig.json"),
            Path.Combine(AppContext.BaseDirectory, "ProgramHost.dll"), mark, assembly,
        ];
        start = new ProcessStartInfo("dotnet", [.. command, .. arguments])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    /// <inheritdoc/>
    public void Start() => host ??= StartHost();

    /// <inheritdoc/>
    public async Task<ProgramExit> RunAsync(ImmutableDictionary<string, string> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var process = HostFor(environment["PULUMI_ENGINE"]).Process;
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(environment)).ConfigureAwait(false);
            await process.StandardInput.FlushAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It has ended since the last run: what it said, and how it ended, follows.
        }

        var output = new StringBuilder();
        var ends = await Task.WhenAll(HearAsync(process.StandardOutput, output), HearAsync(process.StandardError, output))
            .ConfigureAwait(false);
        if (ends is [{ } code, not null])
        {
            return new ProgramExit(int.Parse(code, CultureInfo.InvariantCulture), output.ToString().Trim());
        }

        var exit = await ProcessExit.OfAsync(process, output).ConfigureAwait(false);
        Dispose();
        return exit;
    }

    /// <summary>Ends the process, if there is one: by itself, for a process of .NET that is killed leaves files of its debugger.</summary>
    public void Dispose()
    {
        if (host is null)
        {
            return;
        }

        host.Process.StandardInput.Close();
        if (!host.Process.WaitForExit(Patience))
        {
            host.End();
        }

        host.Dispose();
        host = null;
    }

    private StartedProcess HostFor(string engine)
    {
        if (!engines.Add(engine))
        {
            Dispose();
        }

        if (host is null)
        {
            host = StartHost();
            engines.Clear();
            engines.Add(engine);
        }

        return host;
    }

    private StartedProcess StartHost() => StartedProcess.Start(start, $"the program in {start.WorkingDirectory}");

    /// <summary>Reads to the mark that ends a run, and answers what follows it; null where the process has ended.</summary>
    private async Task<string?> HearAsync(StreamReader stream, StringBuilder output)
    {
        while (await stream.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            var end = line.IndexOf(mark, StringComparison.Ordinal);
            lock (output)
            {
                output.AppendLine(end < 0 ? line : line[..end]);
            }

            if (end >= 0)
            {
                return line[(end + mark.Length)..];
            }
        }

        return null;
    }
}
