using System.Globalization;
using SageMakerIam.Settings.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace SageMakerIam.Configuration;

/// <summary>A value of a YAML file, with the key that it stands at.</summary>
/// <param name="Key">The key; null for an item of a list.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(YamlNode? Key, YamlNode Value)
{
    /// <summary>The key's text; empty for an item of a list.</summary>
    public string Name => (Key as YamlScalarNode)?.Value ?? "";

    /// <summary>The entries of a map.</summary>
    public static IEnumerable<YamlEntry> EntriesOf(YamlMappingNode map) => map.Select(entry => new YamlEntry(entry.Key, entry.Value));

    /// <summary>The entry that a path goes to, or goes through last before it leaves the file.</summary>
    /// <param name="path">The way from here: <c>.developer.executionRoles[0]</c> say.</param>
    public YamlEntry Along(string path) => Follow(Steps, path) is var (next, rest) ? next.Along(rest) : this;

    /// <summary>The first entry on a path, and the rest of the path; null where the path goes to none.</summary>
    /// <param name="steps">The entries, each with the step that leads to it.</param>
    /// <param name="path">The path.</param>
    public static (YamlEntry Entry, string Onward)? Follow(IEnumerable<(string Step, YamlEntry Entry)> steps, string path) => steps
        .Where(step => path.StartsWith(step.Step, StringComparison.Ordinal)
            && (path.Length == step.Step.Length || path[step.Step.Length] is '.' or '['))
        // A key may have a dot in it.
        .OrderByDescending(step => step.Step.Length)
        .Select(step => ((YamlEntry, string)?)(step.Entry, path[step.Step.Length..]))
        .FirstOrDefault();

    /// <summary>Where it stands. A map or list in block style has no sign of its own: it stands where its key does.</summary>
    /// <param name="about">What of it is meant.</param>
    public Mark Mark(FaultAbout about) => Key is not null && (about == FaultAbout.Key || IsBlock) ? Key.Start : Value.Start;

    private bool IsBlock => Value is YamlMappingNode { Style: MappingStyle.Block } or YamlSequenceNode { Style: SequenceStyle.Block };

    private IEnumerable<(string Step, YamlEntry Entry)> Steps => Value switch
    {
        YamlMappingNode map => EntriesOf(map).Select(entry => ($".{entry.Name}", entry)),
        YamlSequenceNode list => list.Select(
            (item, index) => (string.Create(CultureInfo.InvariantCulture, $"[{index}]"), new YamlEntry(null, item))),
        _ => [],
    };
}
