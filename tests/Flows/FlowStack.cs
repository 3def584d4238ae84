using System.Collections.Concurrent;
using System.Collections.Immutable;
using Proof.Results;
using SageMakerIam.Tests.Rehearsal.Accounts;

namespace SageMakerIam.Tests.Flows;

/// <summary>The stack that is meant to let a flow through, and who in it is the client.</summary>
/// <param name="File">The stack file, by its path from the repository; null where none can.</param>
/// <param name="Caller">The ARN of the client's principal.</param>
/// <param name="Job">The ARN of the role that the code of its jobs runs as.</param>
/// <param name="WhyNot">Why the flow does not go through; null where it is to.</param>
internal sealed record FlowStack(string? File, string Caller, string Job, string? WhyNot)
{
    private static readonly ConcurrentDictionary<string, Shared<ImmutableDictionary<(string, string), FlowVerdict>>> Judged = new();

    private static readonly ImmutableArray<string[]> Lines =
    [
        .. System.IO.File.ReadLines(Path.Combine(RepositoryFolder.Path, "tests", "Flows", "stacks.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')),
    ];

    /// <summary>The stack of a flow: what the last line says that names the flow, or all flows of its recording.</summary>
    public static FlowStack Of(Flow flow)
    {
        var line = Lines.Last(line => line[0] == flow.Recording && (line[1] == "*" || line[1] == flow.Name));
        return new FlowStack(
            line[2] == "-" ? null : line[2], Arn(line[3]), Arn(line.ElementAtOrDefault(4) ?? ""), line.ElementAtOrDefault(5));
    }

    /// <summary>What AWS would say to a flow's requests where its stack is up; null where it has none.</summary>
    public static async Task<FlowVerdict?> JudgeAsync(Flow flow)
    {
        if (Of(flow) is not { File: { } file })
        {
            return null;
        }

        var ofStack = Judged.GetOrAdd(file, _ => new(() => JudgeAllAsync(file)));
        return (await ofStack.GetAsync())[(flow.Recording, flow.Name)];
    }

    // All flows of a stack at once: it comes up once.
    private static async Task<ImmutableDictionary<(string, string), FlowVerdict>> JudgeAllAsync(string file)
    {
        var flows = Flow.Recordings.SelectMany(Flow.Of).Where(flow => Of(flow).File == file).ToList();
        var stack = await KeptExample.StartFileAsync(Path.Combine(RepositoryFolder.Path, file));
        var requests = flows.SelectMany(flow => flow.Calls.Select(call => call.Asked(Of(flow).Caller, Of(flow).Job))).ToList();
        var decisions = await stack.DecideAsync(requests);
        var elsewhere = await stack.DecideAsync(requests.Select(request => request with { On = Elsewhere(request.On) }));
        var verdicts = ImmutableDictionary.CreateBuilder<(string, string), FlowVerdict>();
        var next = 0;
        foreach (var flow in flows)
        {
            var end = next + flow.Calls.Length;
            verdicts[(flow.Recording, flow.Name)] = new FlowVerdict(
                [.. flow.Calls.Zip(decisions.Take(next..end), elsewhere.Take(next..end))]);
            next += flow.Calls.Length;
        }

        return verdicts.ToImmutable();
    }

    // In another region, or another resource where its ARN has none: what is granted on * alone is granted there as well.
    private static string Elsewhere(string on) => on.Split(':', 6) switch
    {
        [var arn, var partition, var service, { Length: > 0 }, var account, var resource] =>
            string.Join(':', arn, partition, service, "eu-south-2", account, resource),
        [var arn, var partition, var service, "", var account, var resource] => string.Join(
            ':', arn, partition, service, "", account, $"{(service == "s3" ? "" : $"{resource.Split('/')[0]}/")}someone-elses-bucket/key"),
        _ => on,
    };

    private static string Arn(string identity) => $"arn:aws:iam::{KeptExample.Home}:{identity}";
}

/// <summary>What AWS would say to the requests of a flow.</summary>
/// <param name="Decisions">Each request with its decision, and with that on what is named so elsewhere.</param>
internal sealed record FlowVerdict(ImmutableArray<(FlowCall Call, Decision Decision, Decision Elsewhere)> Decisions)
{
    /// <summary>The requests that name a resource, and are allowed on any.</summary>
    public IEnumerable<string> AllowedOnEverything => Decisions.Where(pair => pair.Call.On != "*" && pair.Elsewhere.Allowed)
        .Select(pair => $"{pair.Call.Action} on {pair.Call.On}: {pair.Elsewhere.Reason}");

    /// <summary>The requests that are refused, and that the flow fails without.</summary>
    public IEnumerable<string> Missing => Decisions.Where(pair => pair.Call.IsNeeded && !pair.Decision.Allowed)
        .Select(pair => $"{(pair.Call.OfJob ? "job: " : "")}{pair.Call.Action} on {pair.Call.On}: {pair.Decision.Reason}");

    /// <summary>The actions that are refused, and that the flow does without.</summary>
    public IEnumerable<string> DoneWithout => Decisions.Where(pair => !pair.Call.IsNeeded && !pair.Decision.Allowed)
        .Select(pair => pair.Call.Action).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The Sids of the statements that allow the rest.</summary>
    public IEnumerable<string> Statements => Decisions.Where(pair => pair.Decision.Allowed)
        .SelectMany(pair => pair.Decision.DecidedBy).Select(statement => statement.Statement).Distinct();
}
