using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map of inputs, which is itself an input.</summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>, IInput
{
    private Output<ImmutableDictionary<string, Input<TValue>>> elements;

    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> elements)
        : base(Flatten(elements)) => this.elements = elements;

    IOutput IInput.Elements => elements;

    private Output<ImmutableDictionary<string, Input<TValue>>> Elements
    {
        set
        {
            elements = value;
            Value = Flatten(value);
        }
    }

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        values.Apply(ImmutableDictionary.CreateRange);

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        values.Apply(ImmutableDictionary.CreateRange);

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) =>
        new(values.Apply(known => known?.ToImmutableDictionary(pair => pair.Key, pair => (Input<TValue>)pair.Value)!));

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(Output.Tuple(first.elements, second.elements).Apply(maps => maps.Item1.SetItems(maps.Item2)));
    }

    /// <exception cref="ArgumentException">When the value resolves: the key already has a different value.</exception>
    public void Add(string key, Input<TValue> value) => Elements = elements.Apply(map =>
        map.TryGetValue(key, out var existing) ? map.SetItem(key, Same(key, existing, value)) : map.Add(key, value));

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Elements = Output.Tuple(elements, values.elements).Apply(maps => maps.Item1.AddRange(maps.Item2));
    }

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var empty = ImmutableDictionary<string, TValue>.Empty;
        foreach (var pair in await Value.GetValueAsync(whenUnknown: empty).ConfigureAwait(false))
        {
            yield return pair;
        }
    }

    // What lets the compiler accept a collection initialiser.
    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    private static Input<TValue> Same(string key, Input<TValue> existing, Input<TValue> added) =>
        Output.Tuple(existing, added).Apply(values => EqualityComparer<TValue>.Default.Equals(values.Item1, values.Item2)
            ? values.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));

    private static Output<ImmutableDictionary<string, TValue>> Flatten(Output<ImmutableDictionary<string, Input<TValue>>> elements) =>
        elements.Apply(map => map is null
            ? Output.Create(default(ImmutableDictionary<string, TValue>)!)
            : Output.All(map.Select(pair => pair.Value.Apply(value => KeyValuePair.Create(pair.Key, value))))
                .Apply(pairs => ImmutableDictionary.CreateRange(pairs)));
}
