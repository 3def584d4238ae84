using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What is known of an output's value once it has resolved.</summary>
/// <param name="Resources">The resources that the value comes from.</param>
/// <param name="Value">The value; the type's default while it is not known.</param>
/// <param name="IsKnown">False for a value that a preview cannot know yet.</param>
/// <param name="IsSecret">Whether the value is secret.</param>
internal readonly record struct OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    public static OutputData<T> Known(T value, bool isSecret = false) =>
        new(ImmutableHashSet<Resource>.Empty, value, IsKnown: true, isSecret);
}
