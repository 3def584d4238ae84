using System.Collections.Immutable;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Pulumi;
using Pulumi.Testing;
using SageMakerIam.Plan;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Bench;

/// <summary>
/// The work of the program alone, from the text of its configuration to its outputs, under mocks that cost next to nothing: how it grows.
/// What a run takes in all is <see cref="ProgramBenchmark"/>'s to say.
/// </summary>
public class StackBenchmark
{
    private string configuration = "";
    private int resources;

    /// <summary>How many execution roles, and how many deployers.</summary>
    [Params(200, 400, 1_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public async Task CountResourcesAsync()
    {
        configuration = Team.Configuration(Entries);
        var counting = new Mocks();
        await Deployment.TestAsync(counting, new TestOptions { IsPreview = false }, Deploy);
        resources = counting.Resources;
    }

    [Benchmark(Baseline = true)]
    public Task BareResources() =>
        Deployment.TestAsync(new Mocks(), new TestOptions { IsPreview = false }, () => Team.RegisterBare(resources));

    [Benchmark]
    public Task Stack() => Deployment.TestAsync(new Mocks(), new TestOptions { IsPreview = false }, Deploy);

    private IDictionary<string, object?> Deploy()
    {
        var settings = StackSettingsReader.Read("bench", JsonDocument.Parse(configuration).RootElement, Team.Account);
        return StackProgram.Deploy(StackPlan.Of(settings, Team.Account, []), LastUpdate.None);
    }

    private sealed class Mocks : IMocks
    {
        private int resources;

        public int Resources => resources;

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Interlocked.Increment(ref resources);
            var outputs = args.Inputs
                .SetItem("arn", $"arn:aws:iam::123456789012:role/{args.Name}")
                .SetItem("name", args.Name!)
                .SetItem("createDate", "2026-11-21T00:00:00Z");
            return Task.FromResult<(string?, object)>((args.Name, outputs));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
    }
}
