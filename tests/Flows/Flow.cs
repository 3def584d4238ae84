using System.Collections.Immutable;
using Proof;
using SageMakerIam.Tests.Rehearsal.Accounts;

namespace SageMakerIam.Tests.Flows;

/// <summary>What a client asked of AWS in one ordinary flow.</summary>
/// <param name="Recording">The recording that it is of, <c>sagemaker-v3</c> say.</param>
/// <param name="Client">The client, and its version.</param>
/// <param name="Name">The flow's name in the recording.</param>
/// <param name="Calls">Its requests, each once.</param>
internal sealed record Flow(string Recording, string Client, string Name, ImmutableArray<FlowCall> Calls)
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "proof", "Tasks", "recorded");

    /// <summary>The names of the recordings.</summary>
    public static IEnumerable<string> Recordings =>
        Directory.GetFiles(Folder, "*.flows").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!;

    /// <summary>The flows of a recording, in its order.</summary>
    public static IEnumerable<Flow> Of(string recording)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, $"{recording}.flows"));
        var flows = ImmutableArray.CreateBuilder<Flow>();
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
        {
            if (line[0] != ' ')
            {
                flows.Add(new Flow(recording, lines[0][2..], line, []));
            }
            else
            {
                flows[^1] = flows[^1] with { Calls = flows[^1].Calls.Add(FlowCall.Parse(line)) };
            }
        }

        return flows.ToImmutable();
    }
}

/// <summary>One request of a flow.</summary>
/// <param name="OfJob">Whether the code of a job makes it, as the execution role, and not the caller.</param>
/// <param name="IsNeeded">Whether the flow fails where it is refused.</param>
/// <param name="Action">The action.</param>
/// <param name="On">The ARN of the resource.</param>
/// <param name="Context">Its condition keys.</param>
internal sealed record FlowCall(bool OfJob, bool IsNeeded, string Action, string On, ImmutableDictionary<string, string> Context)
{
    private const string Place = "us-east-1:" + KeptExample.Home;

    /// <summary>Reads a line: who asks, the action, the resource, the condition keys.</summary>
    public static FlowCall Parse(string line)
    {
        var words = Filled(line).Split("  ", StringSplitOptions.RemoveEmptyEntries);
        return new FlowCall(
            words[0].EndsWith("job", StringComparison.Ordinal),
            words[0][0] != '?',
            words[1],
            words[2],
            words[3..].Select(pair => pair.Split('=', 2)).ToImmutableDictionary(pair => pair[0], pair => pair[1]));
    }

    /// <summary>The request, of one of two principals.</summary>
    public AccessRequest Asked(string caller, string job) => new(OfJob ? job : caller, Action, On, Context);

    private static string Filled(string line) => line.Split("{arn:") switch
    {
        [var before, .. var holes] => string.Concat(
            [before, .. holes.Select(hole => $"arn:aws:{hole[..hole.IndexOf('}')]}:{Place}{hole[(hole.IndexOf('}') + 1)..]}")]),
        _ => line,
    };
}
