using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>Which inputs of a resource changed, and what that means for it.</summary>
/// <param name="Changed">The names of the inputs that changed.</param>
/// <param name="Replaces">Those of them that only a replacement can change.</param>
/// <param name="DeletesFirst">Whether a replacement has to delete first, unless the program says otherwise.</param>
internal sealed record InputDiff(ImmutableArray<string> Changed, ImmutableArray<string> Replaces, bool DeletesFirst)
{
    /// <summary>Nothing changed.</summary>
    public static InputDiff None { get; } = new([], [], DeletesFirst: false);

    /// <summary>The kind of each change: <c>add</c>, <c>delete</c> or <c>update</c>, with <c>-replace</c> where it replaces.</summary>
    /// <remarks>pulumi/pulumi, <c>proto/pulumi/provider.proto</c>, PropertyDiff.Kind.</remarks>
    public ImmutableSortedDictionary<string, string> Kinds { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
