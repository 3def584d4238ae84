using System.Text.Json.Nodes;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Recordings;

/// <summary>
/// One command of Pulumi's CLI as its engine 3.274.1 ran it, with an AWS provider and an emulated account behind it: what the program
/// asked and heard, each step, and what was said (<c>tests/Recordings/README.md</c>).
/// </summary>
internal sealed class RecordedCommand
{
    private readonly JsonObject recording;

    private RecordedCommand(string name, JsonObject recording)
    {
        Name = name;
        this.recording = recording;
    }

    /// <summary>All of them, each going on from the one before.</summary>
    public static IReadOnlyList<RecordedCommand> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "tests", "Recordings", "commands"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => new RecordedCommand(
                Path.GetFileNameWithoutExtension(file), JsonNode.Parse(File.ReadAllText(file))!.AsObject())),
    ];

    /// <summary>The recording's name, which begins with its number.</summary>
    public string Name { get; }

    /// <summary>Whether the command succeeded.</summary>
    public bool Succeeded => (int)recording["exit"]! == 0;

    /// <summary>The engine's summary: how many steps there were of each kind, <c>create: 10</c>.</summary>
    public IEnumerable<string> Changes => recording["changes"]!.AsObject().Select(change => $"{change.Key}: {change.Value}");

    /// <summary>The calls of the program to the engine, in the order of their answers.</summary>
    public IEnumerable<RecordedCall> Calls => recording["program"]!.AsArray().Select(RecordedCall.Of).Concat(Unanswered);

    /// <summary>The events of its steps, without those of default providers, which neither Pulumi nor the rehearsal shows.</summary>
    public IEnumerable<RecordedEvent> Events =>
        recording["engine"]!.AsArray().Select(RecordedEvent.Of).Where(step => !step.IsOfDefaultProvider);

    /// <summary>What was said of what went wrong.</summary>
    public IEnumerable<string> Says => recording["says"]!.AsArray().Select(said => (string)said!["message"]!);

    /// <summary>What the program itself said of it: the program that was recorded could not do with an output that is null.</summary>
    public IEnumerable<string> ProgramSays => Says.Where(message => message.StartsWith("Running program ", StringComparison.Ordinal));

    /// <summary>Whether the command has an option.</summary>
    public bool Has(string option) => Words.Contains(option);

    /// <summary>What the command is: <c>preview</c>, <c>up</c>, <c>refresh</c> or <c>destroy</c>.</summary>
    public string Verb => Words[1];

    /// <summary>What it was told of how to run.</summary>
    public UpdateOptions Options => new()
    {
        ContinueOnError = Has("--continue-on-error"),
        Refresh = Has("--refresh"),
        Targets = Has("--target") ? [Words[Array.IndexOf(Words, "--target") + 1]] : [],
    };

    private string[] Words => ((string)recording["command"]!).Split(' ');

    /// <summary>
    /// What the program asked and never heard of, as the engine ended before: a recording has answers only. The same program asked the
    /// same in the next one.
    /// </summary>
    private IEnumerable<RecordedCall> Unanswered => Events
        .Where(step => step.Phase == "fails")
        .Where(step => !recording["program"]!.AsArray().Select(RecordedCall.Of).Any(call => call.Registers(step)))
        .Select(step => All.SkipWhile(command => command != this).Skip(1)
            .SelectMany(command => command.Calls).First(call => call.Registers(step)) with
        {
            Gets = null,
        });
}
