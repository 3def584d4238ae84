namespace Pulumi;

/// <summary>An input of one of two types, of which programs here give the first.</summary>
public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
{
    private InputUnion(Output<T0> value)
        : base(value.Apply(known => new Union<T0, T1>(known)))
    {
    }

    public static implicit operator InputUnion<T0, T1>(T0 value) => new(Output.Create(value));

    public static implicit operator InputUnion<T0, T1>(Output<T0> value) => new(value);
}
