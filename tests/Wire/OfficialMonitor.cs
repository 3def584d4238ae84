using System.Diagnostics;
using System.Text.Json;

namespace SageMakerIam.Tests.Wire;

/// <summary>Runs the programs of <c>tests/Programs</c> against a monitor made of Pulumi's own Node stubs.</summary>
internal static class OfficialMonitor
{
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
        var calls = new List<Call>();
        using var monitor = Start("node", ["monitor.mjs", .. isPreview ? ["--dry-run"] : Array.Empty<string>()], []);
        var address = await monitor.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException(
                $"The monitor did not start; ./test installs what it needs in tests/node. {await monitor.StandardError.ReadToEndAsync()}");
        var recording = Task.Run(async () =>
        {
            while (await monitor.StandardOutput.ReadLineAsync() is { } line)
            {
                calls.Add(JsonSerializer.Deserialize<Call>(line, JsonSerializerOptions.Web)!);
            }
        });

        var run = await runAt(address);
        monitor.StandardInput.Close();
        await recording;
        await monitor.WaitForExitAsync();
        return run with { Calls = calls };
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
