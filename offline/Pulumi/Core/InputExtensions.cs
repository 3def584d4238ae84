namespace Pulumi;

public static class InputExtensions
{
    /// <summary>The input as an output; an output of the type's default when there is none.</summary>
    public static Output<T> ToOutput<T>(this Input<T>? input) => input?.Value ?? Output.Create(default(T)!);
}
