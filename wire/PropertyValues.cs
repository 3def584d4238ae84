using System.Collections.Immutable;

namespace Wire;

// A property on the wire is one of: null, bool, double, string, ImmutableArray<object?>,
// ImmutableDictionary<string, object?>, or one of the four special values below.

/// <summary>A value that the engine stores encrypted and never displays.</summary>
/// <param name="Value">The plain value.</param>
public sealed record Secret(object? Value);

/// <summary>A value that a preview cannot know yet.</summary>
public sealed record Unknown
{
    private Unknown()
    {
    }

    /// <summary>The one unknown value.</summary>
    public static Unknown Instance { get; } = new();
}

/// <summary>An output as an SDK sends it: its value together with what is known about it.</summary>
/// <param name="Value">The plain value; null when it is not known.</param>
/// <param name="IsKnown">False for an output that a preview cannot know yet.</param>
/// <param name="IsSecret">Whether the value is secret.</param>
/// <param name="Dependencies">The URNs of the resources that the value comes from.</param>
public sealed record OutputValue(object? Value, bool IsKnown, bool IsSecret, ImmutableArray<string> Dependencies);

/// <summary>A reference to a resource.</summary>
/// <param name="Urn">The URN of the resource.</param>
/// <param name="Id">The id of a custom resource: a string, <see cref="Unknown"/>, or null for a component.</param>
public sealed record ResourceReference(string Urn, object? Id);
