using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Wire;

namespace Rehearsal.Engine;

/// <summary>
/// The properties of a resource as plain values: null, bool, double, string, ImmutableArray, ImmutableDictionary, or
/// <see cref="Unknown"/> in a preview. What is secret is known by the property's name (<see cref="ResourceState.SecretOutputs"/>).
/// </summary>
/// <param name="values">The values; entries that are null count as absent.</param>
internal sealed class PropertyMap(ImmutableDictionary<string, object?> values)
{
    private readonly ImmutableDictionary<string, object?> values =
        values.RemoveRange(values.Where(entry => entry.Value is null).Select(entry => entry.Key));

    /// <summary>A map without properties.</summary>
    public static PropertyMap Empty { get; } = new(ImmutableDictionary<string, object?>.Empty);

    /// <summary>The names of the properties, in alphabetical order.</summary>
    public IEnumerable<string> Names => values.Keys.Order(StringComparer.Ordinal);

    /// <summary>All properties.</summary>
    public ImmutableDictionary<string, object?> Values => values;

    /// <summary>A property's value; null when it is absent.</summary>
    public object? this[string name] => values.GetValueOrDefault(name);

    /// <summary>Builds a map from its entries.</summary>
    public static PropertyMap Of(params (string Name, object? Value)[] entries) =>
        new(entries.ToImmutableDictionary(entry => entry.Name, entry => entry.Value));

    /// <summary>Whether the property is there.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>A text property; null when it is absent or not known.</summary>
    public string? Text(string name) => this[name] as string;

    /// <summary>A boolean property; false when it is absent.</summary>
    public bool Flag(string name) => this[name] is true or "true";

    /// <summary>A whole-number property; null when it is absent.</summary>
    public int? Number(string name) => this[name] is double number ? (int)number : null;

    /// <summary>A list of texts; empty when it is absent.</summary>
    public ImmutableArray<string> Texts(string name) =>
        this[name] is ImmutableArray<object?> list ? [.. list.OfType<string>()] : [];

    /// <summary>A map of texts, in alphabetical order; empty when it is absent.</summary>
    public ImmutableSortedDictionary<string, string> TextMap(string name) =>
        this[name] is ImmutableDictionary<string, object?> map
            ? map.Where(entry => entry.Value is string)
                .ToImmutableSortedDictionary(entry => entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The map with one property set, or removed when the value is null.</summary>
    public PropertyMap With(string name, object? value) => new(values.SetItem(name, value));

    /// <summary>The map with the properties of another, which win.</summary>
    public PropertyMap Merge(PropertyMap other) => new(values.SetItems(other.Values));

    /// <summary>The map with only the properties of the given names.</summary>
    public PropertyMap Only(IEnumerable<string> names) => new(values.RemoveRange(values.Keys.Except(names)));

    /// <summary>Whether a preview cannot know the property's value, or a part of it.</summary>
    public bool IsUnknown(string name) => PropertyValue.ContainsUnknown(this[name]);

    /// <summary>The property as JSON.</summary>
    public JsonNode? Json(string name) => PropertyValue.ToJson(this[name]);
}
