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

    private static TaskDefinition Read(string name, YamlMappingNode task) => new(
        name,
        task["about"].ToString(),
        task["source"].ToString(),
        ((YamlMappingNode)task["parameters"]).ToDictionary(entry => entry.Key.ToString(), entry => ReadParameter(entry.Value.ToString())),
        [.. task["requests"].ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new RequestTemplate(line))]);

    // path: has to stand there. path?: may be left out. path or none: has to stand there, or the word none.
    private static TaskParameter ReadParameter(string text) => text.Split(" or ") switch
    {
        [var kind, TaskParameter.None] => new(ParameterKinds.Of(kind), Optional: false, MayBeNone: true),
        _ => new(ParameterKinds.Of(text.TrimEnd('?')), Optional: text.EndsWith('?'), MayBeNone: false),
    };
}
