using System.Collections.Immutable;
using Proof.Parameters.Kinds;

namespace Proof.Tasks;

/// <summary>
/// What a client asked of AWS when somebody did something with it, from <c>recorded/</c>: it becomes a task once the names that the user
/// gave in the recording are parameters. <c>recorded/README.md</c> says how.
/// </summary>
internal sealed class RecordedFlow
{
    // Where the recordings were made.
    private static readonly ImmutableArray<(string Text, string Hole)> Place =
    [
        (".us-east-1.amazonaws.com", ".{region}.{dns suffix}"), ("arn:aws:", "arn:{partition}:"), ("us-east-1", "{region}"),
        ("123456789012", "{account}"),
    ];

    private readonly ImmutableArray<string[]> needed;

    private RecordedFlow(string client, IEnumerable<string> lines)
    {
        var calls = lines.Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries)).ToList();
        Client = client;
        needed = [.. calls.Where(call => call[0][0] != '?')];
        DoneWithout = [.. calls.Where(call => call[0][0] == '?').Select(call => call[1]).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The client, and its version.</summary>
    public string Client { get; }

    /// <summary>The actions that the client asks for as well, and goes on where they are refused.</summary>
    public ImmutableArray<string> DoneWithout { get; }

    /// <summary>Reads a flow by its recording and name: <c>sagemaker-v3/batch-transform</c>.</summary>
    public static RecordedFlow Read(string path)
    {
        var (recording, name) = path.Split('/', 2) is [var first, var second] ? (first, second) : ("", "");
        using var stream = typeof(RecordedFlow).Assembly.GetManifestResourceStream($"{recording}.flows")
            ?? throw new InvalidDataException($"No recording '{recording}': '{path}' is RECORDING/FLOW.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n');
        var calls = lines.SkipWhile(line => line != name).Skip(1).TakeWhile(line => line.StartsWith(' ')).ToList();
        return calls.Count > 0
            ? new RecordedFlow(lines[0][2..], calls)
            : throw new InvalidDataException($"The recording '{recording}' has no flow '{name}'.");
    }

    /// <summary>The requests that the client cannot do without, each once, with holes for the parameters of a task.</summary>
    /// <param name="named">What each parameter is called in the recording.</param>
    /// <param name="parameters">The parameters.</param>
    public IReadOnlyList<RequestTemplate> Templates(
        IReadOnlyDictionary<string, string> named, IReadOnlyDictionary<string, TaskParameter> parameters)
    {
        // The longest first, since one name may be the beginning of another.
        var byLength = named.OrderByDescending(entry => entry.Value.Length).ToList();
        var lines = needed.Select(call => string.Join("  ", [By(call[0]), call[1], .. call[2..].Select(Holed)])).Distinct().ToList();
        foreach (var name in named.Keys.Where(name => !lines.Exists(line => line.Contains($"{{{name}", StringComparison.Ordinal))))
        {
            throw new InvalidDataException($"Nothing that is asked names '{named[name]}', which is to be '{name}'.");
        }

        return [.. lines.Select(line => new RequestTemplate(DoesHarm(line) ? $"! {line}" : line))];

        // Each call of the client on what the user names does harm where that is another's.
        bool DoesHarm(string line) =>
            line.StartsWith("caller ", StringComparison.Ordinal)
            && named.Keys.Any(name => line.Contains($"{{{name}", StringComparison.Ordinal));

        string Holed(string text)
        {
            foreach (var (name, recorded) in byLength)
            {
                text = parameters[name].Kind is PathKind
                    ? Path(name, recorded, text)
                    : text.Replace(recorded, $"{{{name}}}", StringComparison.Ordinal);
            }

            return Place.Aggregate(text, (filled, of) => filled.Replace(of.Text, of.Hole, StringComparison.Ordinal));
        }
    }

    // Of a path: an object under it, its bucket, or the prefix of what is listed.
    private static string Path(string name, string recorded, string text)
    {
        var (bucket, prefix) = recorded["s3://".Length..].Split('/', 2) is [var first, var rest] ? (first, rest) : (recorded, "");
        const string listed = "s3:prefix=";
        return text switch
        {
            _ when text == $"arn:aws:s3:::{bucket}" => $"{{{name}:bucket}}",
            _ when text.StartsWith($"arn:aws:s3:::{bucket}/{prefix}", StringComparison.Ordinal) =>
                $"{{{name}:under}}{text[$"arn:aws:s3:::{bucket}/{prefix}".Length..]}",
            _ when text.StartsWith($"{listed}{prefix}", StringComparison.Ordinal) =>
                $"{listed}{{{name}:prefix}}{text[(listed.Length + prefix.Length)..]}",
            _ => text,
        };
    }

    // The code of a job works as the role that the client gave it.
    private static string By(string who) => who == "job" ? "{as}" : who;
}
