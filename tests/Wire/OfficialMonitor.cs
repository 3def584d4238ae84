using System.Collections.Immutable;
using System.Text.Json;
using Rehearsal.Engine;
using SageMakerIam.Tests.Rehearsal;

namespace SageMakerIam.Tests.Wire;

/// <summary>Runs the programs of <c>tests/Programs</c>, one after the other, against a monitor made of Pulumi's own Node stubs.</summary>
internal static class OfficialMonitor
{
    private static readonly KeptProcess Monitor = new("node", Path.Combine(RepositoryFolder.Path, "tests", "node"), "monitor.mjs");

    /// <summary>Runs one program to its end.</summary>
    /// <param name="program">The program's name.</param>
    /// <param name="isPreview">Whether the engine asks for a preview.</param>
    public static Task<ProgramRun> RunAsync(string program, bool isPreview = false) => RunAsync(program, isPreview, []);

    /// <summary>Runs the program of this repository to its end.</summary>
    /// <param name="config">The stack's configuration, by <c>namespace:key</c>.</param>
    public static Task<ProgramRun> RunStackAsync(Dictionary<string, string> config) => RunAsync("stack", isPreview: false, config);

    /// <summary>The variables by which an engine tells a program what it is asked for.</summary>
    public static ImmutableDictionary<string, string> EnvironmentOf(string address, bool isPreview, Dictionary<string, string> config) =>
        new Dictionary<string, string>
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

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="config">The stack's configuration, by <c>namespace:key</c>.</param>
    public static Task<ProgramRun> RunAsync(IPulumiProgram program, Dictionary<string, string> config) =>
        RunAsync(program, isPreview: false, config);

    private static Task<ProgramRun> RunAsync(string program, bool isPreview, Dictionary<string, string> config) =>
        RunAsync(new WarmProgram(program), isPreview, config);

    private static Task<ProgramRun> RunAsync(IPulumiProgram program, bool isPreview, Dictionary<string, string> config) =>
        Monitor.UseAsync(async () =>
    {
        await Monitor.SayAsync(isPreview ? "preview" : "up");
        var address = await Monitor.HearAsync();

        // Read while the program runs: the monitor waits where nobody reads what it prints.
        var calls = ReadCallsAsync();
        var exit = await program.RunAsync(EnvironmentOf(address, isPreview, config));
        await Monitor.SayAsync("end");
        return new ProgramRun(exit.Code, await calls);
    });

    private static async Task<List<Call>> ReadCallsAsync()
    {
        var calls = new List<Call>();
        while (await Monitor.HearAsync() is var line && line != "end")
        {
            calls.Add(JsonSerializer.Deserialize<Call>(line, JsonSerializerOptions.Web)!);
        }

        return calls;
    }
}
