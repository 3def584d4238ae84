using Proof.Parameters;
using YamlDotNet.RepresentationModel;

namespace Proof.Tasks;

/// <summary>The tasks that a contract may speak of, as the files beside this one define them.</summary>
public static class TaskLibrary
{
    /// <summary>The tasks by name.</summary>
    public static IReadOnlyDictionary<string, TaskDefinition> Tasks { get; } = Load();

    private static Dictionary<string, TaskDefinition> Load()
    {
        var assembly = typeof(TaskLibrary).Assembly;
        var tasks = new Dictionary<string, TaskDefinition>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".task.yaml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var yaml = new YamlStream();
            yaml.Load(reader);
            foreach (var (name, task) in (YamlMappingNode)yaml.Documents[0].RootNode)
            {
                tasks.Add(name.ToString(), Read(name.ToString(), (YamlMappingNode)task));
            }
        }

        return tasks;
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
}
