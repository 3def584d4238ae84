using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pulumi;
using Pulumi.Utilities;

namespace SageMakerIam.Components;

/// <summary>
/// Outputs of resources that an update may have been told to skip (<c>--target</c>, <c>--run-program</c>) or failed to make
/// (<c>--continue-on-error</c>). The engine says that they are unknown; an SDK that is older than the engine gives null. Both
/// are unknown here, so that the engine skips in turn what would be made from them.
/// </summary>
/// <remarks>pulumi/pulumi, <c>proto/pulumi/resource.proto</c>, RegisterResourceResponse, result and unknown.</remarks>
internal static class MadeOutputs
{
    /// <summary>The output; unknown while the value, or a part of it, is null.</summary>
    public static Output<T> Made<T>(this Output<T> output) => output.WhenMade(value => value);

    /// <summary>What a function makes of a value, no part of which is null.</summary>
    public static Output<TResult> WhenMade<T, TResult>(this Output<T> output, Func<T, TResult> func) =>
        output.Apply(value => IsMade(value) ? Output.Create(func(value)) : OutputUtilities.CreateUnknown(default(TResult)!));

    private static bool IsMade(object? value) => value switch
    {
        null or ImmutableArray<string> { IsDefault: true } => false,
        ITuple parts => Enumerable.Range(0, parts.Length).All(index => IsMade(parts[index])),
        ImmutableArray<string> texts => texts.All(text => text is not null),
        _ => true,
    };
}
