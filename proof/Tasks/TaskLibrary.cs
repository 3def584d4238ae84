using System.Text.RegularExpressions;
using Proof.Parameters;
using YamlDotNet.RepresentationModel;

namespace Proof.Tasks;

/// <summary>The tasks that a contract may speak of, as the files beside this one define them.</summary>
public static partial class TaskLibrary
{
    /// <summary>The tasks by name. One is read when it is asked for: a contract speaks of few.</summary>
    public static IReadOnlyDictionary<string, Lazy<TaskDefinition>> Tasks { get; } =
        Files().SelectMany(file => Head().Split(file)[1..]).ToDictionary(NameOf, text => new Lazy<TaskDefinition>(() => Read(text)));

    /// <summary>The tasks, but for those of clients, that ask an action: those of few requests first.</summary>
    internal static IEnumerable<string> Asking(string action) => Tasks
        .Where(task => task.Value.Value is { Recorded: null } definition && definition.Requests.Any(request => request.Asks(action)))
        .OrderBy(task => task.Value.Value.Requests.Count).ThenBy(task => task.Key, StringComparer.Ordinal).Select(task => task.Key);

    private static IEnumerable<string> Files()
    {
        var assembly = typeof(TaskLibrary).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".task.yaml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return reader.ReadToEnd();
        }
    }

    private static string NameOf(string text) => text[..text.IndexOf(':', StringComparison.Ordinal)];

    private static TaskDefinition Read(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        var (name, task) = ((YamlMappingNode)yaml.Documents[0].RootNode).Children.Single();
        return Read(name.ToString(), (YamlMappingNode)task);
    }

    private static TaskDefinition Read(string name, YamlMappingNode task)
    {
        var parameters = ((YamlMappingNode)task["parameters"])
            .ToDictionary(entry => entry.Key.ToString(), entry => ReadParameter(entry.Value.ToString()));
        var (about, source) = (task["about"].ToString(), task["source"].ToString());
        if (!task.Children.TryGetValue("recorded", out var recorded))
        {
            var lines = task["requests"].ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return new(name, about, source, parameters, [.. lines.Select(line => new RequestTemplate(line))]);
        }

        var flow = RecordedFlow.Read(recorded.ToString());
        var named = ((YamlMappingNode)task["named"]).ToDictionary(entry => entry.Key.ToString(), entry => entry.Value.ToString());
        var without = flow.DoneWithout.IsEmpty ? "" : $" It does without {string.Join(", ", flow.DoneWithout)}.";
        return new(name, $"{about} As {flow.Client} does it.{without}", source, parameters, flow.Templates(named, parameters))
        {
            Recorded = recorded.ToString(), Named = named,
        };
    }

    // path: has to stand there. path?: may be left out. path or none: has to stand there, or the word none.
    private static TaskParameter ReadParameter(string text) => text.Split(" or ") switch
    {
        [var kind, TaskParameter.None] => new(ParameterKinds.Of(kind), Optional: false, MayBeNone: true),
        _ => new(ParameterKinds.Of(text.TrimEnd('?')), Optional: text.EndsWith('?'), MayBeNone: false),
    };

    // Each task begins with its name, at the beginning of a line.
    [GeneratedRegex(@"^(?=[^\s#])", RegexOptions.Multiline)]
    private static partial Regex Head();
}
