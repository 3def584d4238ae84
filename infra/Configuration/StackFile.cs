using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;
using SageMakerIam.Settings.Reading;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SageMakerIam.Configuration;

/// <summary>
/// The file that a stack's configuration stands in. The program is handed values without places; the file is read only when there are
/// faults, to say where they stand.
/// </summary>
internal static class StackFile
{
    /// <summary>
    /// The variable with the path of the file that a rehearsal plays, as seen from the project's folder. Default: not set, the file is
    /// <c>Pulumi.STACK.yaml</c> in the project's folder.
    /// </summary>
    private const string PathVariable = "REHEARSAL_STACK_FILE";

    /// <summary>
    /// Gives each fault its place. Configuration can come from elsewhere, <c>pulumi up --config-file</c> say: a fault has a place only
    /// where the file says of the fault's key what the configuration says.
    /// </summary>
    public static ImmutableArray<Fault> Locate(ImmutableArray<Fault> faults)
    {
        // Not set by an engine that is older than the variable.
        if (Environment.GetEnvironmentVariable("PULUMI_ROOT_DIRECTORY") is not { Length: > 0 } root)
        {
            return faults;
        }

        var given = Environment.GetEnvironmentVariable(PathVariable) ?? $"Pulumi.{Deployment.Instance.StackName}.yaml";
        var path = Path.GetFullPath(given, Path.GetFullPath(root));
        if (Read(path) is not { } config)
        {
            return faults;
        }

        var relative = Path.GetRelativePath(root, path);
        var shown = relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        return [.. faults.Select(fault => Mark(config, fault) is { } mark
            ? fault with { Place = FormattableString.Invariant($"{shown}:{mark.Line}:{mark.Column}") }
            : fault)];
    }

    /// <summary>The configuration in a file; null where there is none.</summary>
    private static YamlEntry? Read(string path)
    {
        try
        {
            using var reader = File.OpenText(path);
            var stream = new YamlStream();
            stream.Load(reader);
            return stream.Documents.FirstOrDefault()?.RootNode is YamlMappingNode file
                ? YamlEntry.EntriesOf(file).FirstOrDefault(entry => entry is { Name: "config", Value: YamlMappingNode })
                : null;
        }
        // The last two are what the parser throws at some brackets that are never closed, and at some aliases.
        catch (Exception fault) when (fault
            is IOException or UnauthorizedAccessException or YamlException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static Mark? Mark(YamlEntry config, Fault fault)
    {
        var project = $"{Deployment.Instance.ProjectName}:";
        var keys = YamlEntry.EntriesOf((YamlMappingNode)config.Value).Select(entry => (
            // The keys of the project itself stand in paths without its name, and may in the file.
            Step: entry.Name.StartsWith(project, StringComparison.Ordinal) ? entry.Name[project.Length..] : entry.Name,
            Entry: entry));
        if (YamlEntry.Follow(keys, fault.Path) is not var (key, rest))
        {
            return fault.About == FaultAbout.MissingKey ? config.Mark(fault.About) : null;
        }

        var name = key.Name.Contains(':', StringComparison.Ordinal) ? key.Name : project + key.Name;
        return IsConfigured(key.Value, StackConfiguration.ReadTexts().GetValueOrDefault(name)) ? key.Along(rest).Mark(fault.About) : null;
    }

    private static bool IsConfigured(YamlNode value, string? text) =>
        (value is YamlScalarNode scalar && scalar.Value == text) || Same(value, text is null ? null : StackConfiguration.Parse(text));

    private static bool Same(YamlNode inFile, JsonNode? configured) => (inFile, configured) switch
    {
        // What is encrypted in the file is configured in clear.
        (YamlMappingNode { Children.Count: 1 } map, _) when YamlEntry.EntriesOf(map).Single().Name == "secure" => true,
        (YamlMappingNode map, JsonObject entries) => map.Children.Count == entries.Count && YamlEntry.EntriesOf(map).All(
            entry => entries.TryGetPropertyValue(entry.Name, out var value) && Same(entry.Value, value)),
        (YamlSequenceNode list, JsonArray items) => list.Children.Count == items.Count
            && list.Zip(items).All(pair => Same(pair.First, pair.Second)),
        (YamlScalarNode scalar, null) => scalar.Value is null or "" or "~" or "null" or "Null" or "NULL",
        (YamlScalarNode scalar, JsonValue value) => IsText(scalar.Value ?? "", value),
        _ => false,
    };

    private static bool IsText(string inFile, JsonValue configured) => inFile == configured.ToString()
        || configured.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False =>
                inFile.Equals(configured.ToString(), StringComparison.OrdinalIgnoreCase),
            // YAML reads it as octal or hexadecimal: an account number that is not in quotes, say.
            JsonValueKind.Number => inFile.StartsWith('0'),
            _ => false,
        };
}
