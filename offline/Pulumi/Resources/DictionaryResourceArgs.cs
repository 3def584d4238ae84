using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments that have no class of their own.</summary>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override IEnumerable<KeyValuePair<string, object?>> ToProperties() => dictionary;
}
