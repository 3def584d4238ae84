using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list of inputs, which is itself an input.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>, IInput
{
    private Output<ImmutableArray<Input<T>>> elements;

    public InputList()
        : this(Output.Create(ImmutableArray<Input<T>>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> elements)
        : base(Flatten(elements)) => this.elements = elements;

    IOutput IInput.Elements => elements;

    private Output<ImmutableArray<Input<T>>> Elements
    {
        set
        {
            elements = value;
            Value = Flatten(value);
        }
    }

    public static implicit operator InputList<T>(T value) => ImmutableArray.Create<Input<T>>(value);

    public static implicit operator InputList<T>(Output<T> value) => ImmutableArray.Create<Input<T>>(value);

    public static implicit operator InputList<T>(Input<T> value) => ImmutableArray.Create(value);

    public static implicit operator InputList<T>(T[] values) => From(values, value => value);

    public static implicit operator InputList<T>(Output<T>[] values) => From(values, value => value);

    public static implicit operator InputList<T>(Input<T>[] values) => From(values, value => value);

    public static implicit operator InputList<T>(List<T> values) => From(values, value => value);

    public static implicit operator InputList<T>(List<Output<T>> values) => From(values, value => value);

    public static implicit operator InputList<T>(List<Input<T>> values) => From(values, value => value);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => values.IsDefault ? default! : From(values, value => value);

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) =>
        values.IsDefault ? default! : From(values, value => value);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(Output.Create(values));

    public static implicit operator InputList<T>(Output<T[]> values) => values.Apply(ImmutableArray.CreateRange);

    public static implicit operator InputList<T>(Output<List<T>> values) => values.Apply(ImmutableArray.CreateRange);

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => values.Apply(ImmutableArray.CreateRange);

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) =>
        new(values.Apply(known => known.IsDefault ? default : known.Select(value => (Input<T>)value).ToImmutableArray()));

    public void Add(params Input<T>[] inputs) => AddRange(inputs);

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs) => Elements = Concat(inputs).elements;

    public InputList<T> Concat(InputList<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Output.Tuple(elements, other.elements).Apply(lists => lists.Item1.AddRange(lists.Item2)));
    }

    /// <summary>A list of its own with the same elements.</summary>
    internal InputList<T> Clone() => new(elements);

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var value in await Value.GetValueAsync(whenUnknown: []).ConfigureAwait(false))
        {
            yield return value;
        }
    }

    // What lets the compiler accept a collection initialiser.
    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    private static InputList<T> From<TValue>(IEnumerable<TValue> values, Func<TValue, Input<T>> input) =>
        values.Select(input).ToImmutableArray();

    private static Output<ImmutableArray<T>> Flatten(Output<ImmutableArray<Input<T>>> elements) =>
        elements.Apply(inputs => inputs.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Output.All(inputs.AsEnumerable()));
}
