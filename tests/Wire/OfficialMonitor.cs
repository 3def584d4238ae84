using System.Diagnostics;
using System.Text.Json;

namespace SageMakerIam.Tests.Wire;

/// <summary>Runs the programs of <c>tests/Programs</c>, one after the other, against a monitor made of Pulumi's own Node stubs.</summary>
internal static class OfficialMonitor
{
    private static readonly Lazy<Process> Monitor = new(() => Start("node", ["monitor.mjs"], []));
    private static readonly SemaphoreSlim Running = new(1);

    /// <summary>Runs one program to its end.</summary>
    /// <param name="program">The program's name.</param>
    /// <param name="isPreview">Whether the engine asks for a preview.</param>
    public static Task<ProgramRun> RunAsync(string program, bool isPreview = false) =>
        RunAsync(address => RunWithoutMonitorAsync(program, EnvironmentOf(address, isPreview)), isPreview);

    /// <summary>Runs the program of this repository to its end.</summary>
    /// <param name="config">The stack's configuration, by <c>namespace:key</c>.</param>
    public static Task<ProgramRun> RunStackAsync(Dictionary<string, string> config) => RunAsync(
        address => RunAsync(["SageMakerIam.dll"], new(EnvironmentOf(address, isPreview: false)) { ["PULUMI_CONFIG"] = JsonSerializer.Serialize(config) }),
        isPreview: false);

    private static async Task<ProgramRun> RunAsync(Func<string, Task<ProgramRun>> runAt, bool isPreview)
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
            var run = await runAt(address);
            await input.WriteLineAsync("end");
            await input.FlushAsync();
            return run with { Calls = await calls };
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

    /// <summary>Runs one program with these variables and no others of Pulumi's.</summary>
    public static Task<ProgramRun> RunWithoutMonitorAsync(string program, Dictionary<string, string> environment) =>
        RunAsync(["Programs.dll", program], environment);

    private static async Task<ProgramRun> RunAsync(string[] command, Dictionary<string, string> environment)
    {
        using var process = Start("dotnet", [Path.Combine(AppContext.BaseDirectory, command[0]), .. command[1..]], environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output + await errors, []);
    }

    /// <summary>The variables by which an engine tells a program what it is asked for.</summary>
    public static Dictionary<string, string> EnvironmentOf(string address, bool isPreview) => new()
    {
        ["PULUMI_MONITOR"] = address,
        ["PULUMI_ENGINE"] = address,
        ["PULUMI_PROJECT"] = "wire",
        ["PULUMI_STACK"] = "dev",
        ["PULUMI_ORGANIZATION"] = "acme",
        ["PULUMI_DRY_RUN"] = isPreview ? "true" : "false",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_PARALLEL"] = "16",
    };

    private static Process Start(string file, IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = Path.Combine(RepositoryFolder.Path, "tests", "node"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PULUMI_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
