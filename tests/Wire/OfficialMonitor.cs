using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using SageMakerIam.Tests.Rehearsal;

namespace SageMakerIam.Tests.Wire;

/// <summary>Runs the programs of <c>tests/Programs</c>, one after the other, against a monitor made of Pulumi's own Node stubs.</summary>
internal static class OfficialMonitor
{
    private static readonly Lazy<Process> Monitor = new(() => Process.Start(new ProcessStartInfo("node", ["monitor.mjs"])
    {
        WorkingDirectory = Path.Combine(RepositoryFolder.Path, "tests", "node"),
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!);

    private static readonly SemaphoreSlim Running = new(1);

    /// <summary>Runs one program to its end.</summary>
    /// <param name="program">The program's name.</param>
    /// <param name="isPreview">Whether the engine asks for a preview.</param>
    public static Task<ProgramRun> RunAsync(string program, bool isPreview = false) => RunAsync(program, isPreview, []);

    /// <summary>Runs the program of this repository to its end.</summary>
    /// <param name="config">The stack's configuration, by <c>namespace:key</c>.</param>
    public static Task<ProgramRun> RunStackAsync(Dictionary<string, string> config) => RunAsync("stack", isPreview: false, config);

    /// <summary>The variables by which an engine tells a program what it is asked for.</summary>
    public static ImmutableDictionary<string, string> EnvironmentOf(string address, bool isPreview, Dictionary<string, string> config) => new Dictionary<string, string>
    {
        ["PULUMI_MONITOR"] = address,
        ["PULUMI_ENGINE"] = address,
        ["PULUMI_PROJECT"] = "wire",
        ["PULUMI_STACK"] = "dev",
        ["PULUMI_ORGANIZATION"] = "acme",
        ["PULUMI_DRY_RUN"] = isPreview ? "true" : "false",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_PARALLEL"] = "16",
        ["PULUMI_CONFIG"] = JsonSerializer.Serialize(config),
    }.ToImmutableDictionary();

    private static async Task<ProgramRun> RunAsync(string program, bool isPreview, Dictionary<string, string> config)
    {
        await Running.WaitAsync();
        try
        {
            var (input, output) = (Monitor.Value.StandardInput, Monitor.Value.StandardOutput);
            await input.WriteLineAsync(isPreview ? "preview" : "up");
            await input.FlushAsync();
            var address = await output.ReadLineAsync()
                ?? throw new InvalidOperationException(
                    $"The monitor did not start; ./test installs what it needs in tests/node. {await Monitor.Value.StandardError.ReadToEndAsync()}");

            // Read while the program runs: the monitor waits where nobody reads what it prints.
            var calls = ReadCallsAsync(output);
            var exit = await new WarmProgram(program).RunAsync(EnvironmentOf(address, isPreview, config));
            await input.WriteLineAsync("end");
            await input.FlushAsync();
            return new ProgramRun(exit.Code, await calls);
        }
        finally
        {
            Running.Release();
        }
    }

    private static async Task<List<Call>> ReadCallsAsync(StreamReader output)
    {
        var calls = new List<Call>();
        while (await output.ReadLineAsync() is { } line && line != "end")
        {
            calls.Add(JsonSerializer.Deserialize<Call>(line, JsonSerializerOptions.Web)!);
        }

        return calls;
    }
}
