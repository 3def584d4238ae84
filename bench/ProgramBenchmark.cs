using System.Diagnostics;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace SageMakerIam.Bench;

/// <summary>
/// One run of the program as <c>pulumi up</c> runs it, as a process that registers its resources over the wire, beside one of a program
/// that registers as many bare resources. The engine answers at once. The claim: at most twice the time.
/// </summary>
public class ProgramBenchmark
{
    private EchoingEngine? engine;
    private int resources;

    /// <summary>
    /// How many execution roles, and how many deployers. Of many more the configuration would not fit into an environment variable, in
    /// which an engine passes it.
    /// </summary>
    [Params(50, 100, 200)]
    public int Entries { get; set; }

    [GlobalSetup]
    public async Task CountResourcesAsync()
    {
        engine = await EchoingEngine.StartAsync();
        await ProgramAsync();
        resources = engine.Registered - 1;
    }

    [GlobalCleanup]
    public async Task StopAsync() => await engine!.DisposeAsync();

    [Benchmark(Baseline = true)]
    public Task BareProgramAsync() => RunAsync("Bench.dll", BareProgram.Word, $"{resources}");

    [Benchmark]
    public Task ProgramAsync() => RunAsync("SageMakerIam.dll");

    private async Task RunAsync(string assembly, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments]);
        var variables = new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = engine!.Address,
            ["PULUMI_ENGINE"] = engine.Address,
            ["PULUMI_PROJECT"] = "sagemaker-iam",
            ["PULUMI_STACK"] = "bench",
            ["PULUMI_ORGANIZATION"] = "organization",
            ["PULUMI_DRY_RUN"] = "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "16",
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(new Dictionary<string, string>
            {
                ["aws:region"] = Team.Account.Region,
                ["sagemaker-iam:executionRoles"] = Compact(Team.ExecutionRoles(Entries)),
                ["sagemaker-iam:deployers"] = Compact(Team.Deployers(Entries)),
            }),
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{assembly} ended with exit code {process.ExitCode}: {engine.LastError}");
        }
    }

    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);
}
