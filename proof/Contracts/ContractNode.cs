using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Proof.Contracts;

/// <summary>A value of a contract's file.</summary>
/// <param name="File">The file.</param>
/// <param name="Path">Where it stands: <c>deployers.developer.may[2]</c>; empty for the root.</param>
/// <param name="Key">The key that it stands at; null for the root and for an item of a list.</param>
/// <param name="Value">The value.</param>
internal sealed record ContractNode(string File, string Path, YamlNode? Key, YamlNode Value)
{
    /// <summary>Where the value stands. A map or list in block style has no sign of its own: it stands where its key does.</summary>
    public ContractPlace Place => PlaceOf(IsBlock ? Key ?? Value : Value);

    /// <summary>Where the key stands.</summary>
    public ContractPlace KeyPlace => PlaceOf(Key ?? Value);

    /// <summary>Whether it is what YAML reads where nothing is written, and where null is.</summary>
    public bool IsNothing =>
        Value is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>The values of a map by their keys, in the order of the file; null if the value is no map.</summary>
    public Dictionary<string, ContractNode>? Entries => (Value as YamlMappingNode)?.ToDictionary(
        entry => entry.Key.ToString(),
        entry => new ContractNode(File, Path.Length == 0 ? $"{entry.Key}" : $"{Path}.{entry.Key}", entry.Key, entry.Value));

    /// <summary>The items of a list; null if the value is no list.</summary>
    public List<ContractNode>? Items =>
        (Value as YamlSequenceNode)?.Select((item, at) => new ContractNode(File, $"{Path}[{at}]", null, item)).ToList();

    private bool IsBlock => Value is YamlMappingNode { Style: MappingStyle.Block } or YamlSequenceNode { Style: SequenceStyle.Block };

    /// <summary>A position in a file, as compilers write it.</summary>
    public static string Position(string file, Mark mark) => FormattableString.Invariant($"{file}:{mark.Line}:{mark.Column}");

    private ContractPlace PlaceOf(YamlNode node) => new(Position(File, node.Start), Path);
}
