using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>
/// The program of this repository, in one process for all runs: each spares what a process of its own would compile. That a run
/// may be a process of its own is shown by two tests of the command line, and by each <c>./rehearse</c>.
/// </summary>
internal sealed class WarmProgram : IPulumiProgram
{
    private static readonly Lazy<Process> Started = new(() => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Programs.dll"), "stack", "again"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);

    private static readonly SemaphoreSlim Running = new(1);

    public async Task<ProgramExit> RunAsync(ImmutableDictionary<string, string> environment)
    {
        await Running.WaitAsync();
        try
        {
            await Started.Value.StandardInput.WriteLineAsync(JsonSerializer.Serialize(environment));
            await Started.Value.StandardInput.FlushAsync();
            var code = await Started.Value.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The process of the program ended.");
            return new ProgramExit(int.Parse(code, CultureInfo.InvariantCulture), "");
        }
        finally
        {
            Running.Release();
        }
    }
}
