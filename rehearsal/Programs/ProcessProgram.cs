using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Proof.Processes;
using Rehearsal.Engine;

namespace Rehearsal.Programs;

/// <summary>A Pulumi program that is a command.</summary>
/// <param name="fileName">The executable.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="workingDirectory">The folder that it runs in.</param>
internal sealed class ProcessProgram(string fileName, IReadOnlyList<string> arguments, string workingDirectory) : IPulumiProgram
{
    /// <inheritdoc/>
    public async Task<ProgramExit> RunAsync(ImmutableDictionary<string, string> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var start = new ProcessStartInfo(fileName, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var started = StartedProcess.Start(start, $"the program in {workingDirectory}");
        var process = started.Process;
        var output = new StringBuilder();
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return await ProcessExit.OfAsync(process, output).ConfigureAwait(false);
    }
}
