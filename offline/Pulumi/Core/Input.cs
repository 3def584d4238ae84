namespace Pulumi;

/// <summary>What a resource takes: a plain value or an output.</summary>
public class Input<T> : IInput
{
    private protected Input(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    internal Output<T> Value { get; private protected set; }

    object IInput.Elements => Value;

    public static implicit operator Input<T>(T value) => Output.Create(value);

    public static implicit operator Input<T>(Output<T> value) => new(value);

    IOutput IInput.ToOutput() => Value;
}

/// <summary>An input whose type is not known at compile time.</summary>
internal interface IInput
{
    /// <summary>
    /// The value with the inputs inside it kept apart: one secret element of a list leaves the others plain on the wire.
    /// </summary>
    object Elements { get; }

    IOutput ToOutput();
}
