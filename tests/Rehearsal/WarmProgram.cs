using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>
/// A program of <c>tests/Programs</c>, or the program of this repository, in one process for all runs: each spares what a process of
/// its own would compile. That a run may be a process of its own is shown by two tests of the command line, and by each <c>./rehearse</c>.
/// </summary>
/// <param name="name">The program's name: <c>stack</c> is the one of this repository.</param>
internal sealed class WarmProgram(string name = "stack") : IPulumiProgram
{
    private static readonly Lazy<Process> Started = new(() => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Programs.dll"), "again"])
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
            await Started.Value.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { Program = name, Environment = environment }));
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
