using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rehearsal.Engine;

namespace Rehearsal.PulumiCli;

/// <summary>What Pulumi's engine told of a command, one event a line, as <c>--event-log</c> writes them.</summary>
/// <param name="events">The events.</param>
/// <remarks>pulumi/pulumi, <c>sdk/go/common/apitype/events.go</c>, EngineEvent.</remarks>
internal sealed partial class EventLog(ImmutableArray<JsonNode> events)
{
    // Of the steps of a replacement, the one that stands for it is `replace`; a look at what is there is no step of an update.
    private static readonly Dictionary<string, StepKind> Kinds = new()
    {
        ["same"] = StepKind.Same,
        ["create"] = StepKind.Create,
        ["update"] = StepKind.Update,
        ["replace"] = StepKind.Replace,
        ["import"] = StepKind.Import,
        ["import-replacement"] = StepKind.Import,
        ["read"] = StepKind.Read,
        ["delete"] = StepKind.Delete,
        ["discard"] = StepKind.Discard,
    };

    /// <summary>The steps that were made, or in a preview would be: one a resource, in the order of their beginnings.</summary>
    public ImmutableArray<Step> Steps =>
    [
        .. from metadata in Metadata("resourcePreEvent").Concat(Metadata("resOutputsEvent"))
           let urn = (string)metadata["urn"]!
           where Kinds.ContainsKey(Op(metadata)) && !IsDefaultProvider(urn) && !failed.Contains(urn)
           group metadata by urn into ofResource
           select StepOf(ofResource.Key, [.. ofResource]),
    ];

    /// <summary>The steps that failed, each with what the provider, or the engine, said of it.</summary>
    public ImmutableArray<StepFailure> Failures =>
    [
        .. from diagnostic in Diagnostics("error")
           where diagnostic.Urn.Length > 0 && Urn.Type(diagnostic.Urn) != Urn.StackType
           group diagnostic.Message by diagnostic.Urn into ofResource
           select new StepFailure(ofResource.Key, Once(ofResource)) { IsProviders = failed.Contains(ofResource.Key) },
    ];

    /// <summary>What was said to be wrong, of no resource: the program's own errors among it.</summary>
    public ImmutableArray<string> Errors =>
    [
        .. Diagnostics("error").Where(diagnostic => diagnostic.Urn.Length == 0 || Urn.Type(diagnostic.Urn) == Urn.StackType)
            .Select(diagnostic => diagnostic.Message)
            .Where(message => !Outcome().IsMatch(message))
            .Distinct(),
    ];

    /// <summary>What the program and the providers warned of.</summary>
    public ImmutableArray<string> Warnings => [.. Diagnostics("warning").Select(diagnostic => diagnostic.Message).Distinct()];

    /// <summary>How long the engine says that it took, in whole seconds; null where it did not come to its end.</summary>
    public TimeSpan? Duration => (int?)Of("summaryEvent").LastOrDefault()?["durationSeconds"] is { } seconds
        ? TimeSpan.FromSeconds(seconds)
        : null;

    private readonly ImmutableHashSet<string> failed =
        [.. events.Select(line => (string?)line["resOpFailedEvent"]?["metadata"]?["urn"]).OfType<string>()];

    /// <summary>Reads a log; one that is not there has no events.</summary>
    public static EventLog Read(string path) => new(File.Exists(path)
        ? [.. File.ReadLines(path).Select(Event).OfType<JsonNode>()]
        : []);

    // The last line of an engine that was ended is no whole one.
    private static JsonNode? Event(string line)
    {
        try
        {
            return JsonNode.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Step StepOf(string urn, ImmutableArray<JsonNode> metadata)
    {
        var step = metadata.FirstOrDefault(other => Kinds[Op(other)] is StepKind.Replace or StepKind.Import) ?? metadata[0];
        var parent = metadata.Select(other => (string?)(other["new"] ?? other["old"])?["parent"]).OfType<string>().FirstOrDefault("");
        var changed = (step["diffs"] as JsonArray ?? []).Select(name => (string)name!);
        return new Step(urn, parent, Kinds[Op(step)], [.. changed]);
    }

    private static string Op(JsonNode metadata) => (string)metadata["op"]!;

    private static bool IsDefaultProvider(string urn) =>
        Urn.Type(urn).StartsWith("pulumi:providers:", StringComparison.Ordinal)
        && Urn.Name(urn).StartsWith("default", StringComparison.Ordinal);

    // The provider says what it refuses, and the bridge in front of it says it once more, counted.
    private static string Once(IEnumerable<string> messages)
    {
        var all = messages.Distinct().ToList();
        var plain = all.Where(message => !Counted().IsMatch(message)).ToList();
        return string.Join('\n', plain.Count > 0 ? plain : all);
    }

    private IEnumerable<JsonNode> Of(string kind) => events.Select(line => line[kind]).OfType<JsonNode>();

    private IEnumerable<JsonNode> Metadata(string kind) => Of(kind).Select(line => line["metadata"]!);

    private IEnumerable<(string Urn, string Message)> Diagnostics(string severity) =>
        from diagnostic in Of("diagnosticEvent")
        where (string?)diagnostic["severity"] == severity && (bool?)diagnostic["ephemeral"] is not true
        let message = Colour().Replace((string)diagnostic["message"]!, "").Trim()
        where message.Length > 0
        select ((string?)diagnostic["urn"] ?? "", message);

    // How Pulumi marks colours in its messages.
    [GeneratedRegex("<\\{%[^%]*%\\}>")]
    private static partial Regex Colour();

    [GeneratedRegex(@"^\d+ errors? occurred:")]
    private static partial Regex Counted();

    // That it failed, the exit code says as well.
    [GeneratedRegex("^(update|preview|destroy) failed$")]
    private static partial Regex Outcome();
}
