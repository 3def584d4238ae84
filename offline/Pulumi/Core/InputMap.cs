using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map of inputs, which is itself an input.</summary>
public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IInput
{
    private ImmutableDictionary<string, Input<TValue>> elements = ImmutableDictionary<string, Input<TValue>>.Empty;

    public InputMap()
        : base(Output.Create(ImmutableDictionary<string, TValue>.Empty))
    {
    }

    object IInput.Elements => elements;

    /// <exception cref="ArgumentException">When the value resolves: the key already has a different value.</exception>
    public Input<TValue> this[string key]
    {
        set
        {
            elements = elements.SetItem(key, elements.TryGetValue(key, out var existing) ? Same(key, existing, value) : value);
            Value = Output.All(elements.Select(pair => pair.Value.ToOutput().Apply(known => KeyValuePair.Create(pair.Key, known))))
                .Apply(pairs => ImmutableDictionary.CreateRange(pairs));
        }
    }

    private static Input<TValue> Same(string key, Input<TValue> existing, Input<TValue> added) =>
        Output.Tuple(existing.ToOutput(), added.ToOutput()).Apply(values =>
            EqualityComparer<TValue>.Default.Equals(values.Item1, values.Item2)
                ? values.Item1
                : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));
}
