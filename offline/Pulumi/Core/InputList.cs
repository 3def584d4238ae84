using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list of inputs, which is itself an input.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IInput
{
    private ImmutableArray<Input<T>> elements;

    public InputList()
        : this([])
    {
    }

    private InputList(ImmutableArray<Input<T>> elements)
        : base(Flatten(elements)) => this.elements = elements;

    object IInput.Elements => elements;

    public static implicit operator InputList<T>(T value) => new([value]);

    public static implicit operator InputList<T>(T[] values) => new([.. values]);

    public static implicit operator InputList<T>(Output<T>[] values) => new([.. values]);

    public void Add(params Input<T>[] inputs)
    {
        elements = elements.AddRange(inputs);
        Value = Flatten(elements);
    }

    /// <summary>A list of its own with these elements, and another's behind them.</summary>
    internal InputList<T> Concat(InputList<T> other) => new(elements.AddRange(other.elements));

    // What lets the compiler accept a collection initialiser.
    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException($"A {GetType().FullName} cannot be enumerated.");

    private static Output<ImmutableArray<T>> Flatten(ImmutableArray<Input<T>> elements) =>
        Output.All(elements.Select(element => element.ToOutput()));
}
