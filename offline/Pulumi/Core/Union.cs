namespace Pulumi;

/// <summary>A value of one of two types, of which programs here give the first.</summary>
public readonly struct Union<T0, T1> : IUnion
{
    private readonly T0 value;

    internal Union(T0 value) => this.value = value;

    object? IUnion.Value => value;
}

/// <summary>A union whose types are not known at compile time.</summary>
internal interface IUnion
{
    object? Value { get; }
}
