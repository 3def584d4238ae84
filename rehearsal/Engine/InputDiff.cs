using System.Collections.Immutable;
using Rehearsal.Aws;
using Rehearsal.Resources;

namespace Rehearsal.Engine;

/// <summary>Which inputs of a resource changed, and what that means for it.</summary>
/// <param name="Changed">The names of the inputs that changed.</param>
/// <param name="Replaces">Those of them that only a replacement can change.</param>
internal sealed record InputDiff(ImmutableArray<string> Changed, ImmutableArray<string> Replaces)
{
    public static InputDiff Between(IResourceType type, PropertyMap before, ResourceGoal goal)
    {
        var changed = Between(type, before, goal.Inputs);
        return new InputDiff(changed, [.. changed.Where(name => ReplacesOn(type, goal, name))]);
    }

    /// <summary>The names of the inputs that differ.</summary>
    public static ImmutableArray<string> Between(IResourceType type, PropertyMap before, PropertyMap after) =>
    [
        .. before.Names.Union(after.Names)
            .Where(name => !AreSame(type, name, before[name], after[name]))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a change of the input replaces the resource.</summary>
    public static bool ReplacesOn(IResourceType type, ResourceGoal goal, string input) =>
        type.ReplaceOn.Contains(input) || goal.ReplaceOnChanges.Contains(input) || goal.ReplaceOnChanges.Contains("*");

    private static bool AreSame(IResourceType type, string name, object? before, object? after) =>
        type.JsonInputs.Contains(name) && before is string left && after is string right
            ? PolicyDocument.AreSame(left, right)
            : PropertyValue.AreEqual(NullIfEmpty(before), NullIfEmpty(after));

    // To a Terraform provider, no tags and an empty map of tags are one thing.
    private static object? NullIfEmpty(object? value) =>
        value is ImmutableArray<object?> { IsEmpty: true } or ImmutableDictionary<string, object?> { IsEmpty: true } ? null : value;
}
