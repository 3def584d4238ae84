using System.Collections.Immutable;
using Rehearsal.Engine;

namespace Rehearsal.Providers;

/// <summary>Compares the inputs of a resource by the schema of its type.</summary>
internal static class InputComparison
{
    /// <summary>Which inputs of a resource differ, and what that means for it.</summary>
    /// <param name="type">The resource's type.</param>
    /// <param name="before">The inputs that it has.</param>
    /// <param name="goal">The one that it is to become, checked.</param>
    public static InputDiff Diff(this ITypeSchema type, PropertyMap before, ResourceGoal goal)
    {
        var changed = type.Differences(before, goal.Inputs);
        var nameIsTaken = type.GeneratedNameLength is not null && !goal.NameIsGenerated;
        ImmutableArray<string> replaces = [.. changed.Where(name => ReplacesOn(type, goal, name))];
        return new InputDiff(changed, replaces, type.DeleteBeforeReplace || nameIsTaken)
        {
            Kinds = changed.ToImmutableSortedDictionary(
                name => name,
                name => KindOf(before.Has(name), goal.Inputs.Has(name)) + (replaces.Contains(name) ? "-replace" : "")),
        };
    }

    /// <summary>The names of the inputs that differ.</summary>
    public static ImmutableArray<string> Differences(this ITypeSchema type, PropertyMap before, PropertyMap after) =>
    [
        .. before.Names.Union(after.Names)
            .Where(name => !AreSame(type, name, before[name], after[name]))
            .Order(StringComparer.Ordinal),
    ];

    private static string KindOf(bool wasThere, bool isThere) => !wasThere ? "add" : isThere ? "update" : "delete";

    private static bool ReplacesOn(ITypeSchema type, ResourceGoal goal, string input) =>
        type.ReplaceOn.Contains(input) || goal.ReplaceOnChanges.Contains(input) || goal.ReplaceOnChanges.Contains("*");

    private static bool AreSame(ITypeSchema type, string name, object? before, object? after) =>
        type.JsonInputs.Contains(name) && before is string left && after is string right
            ? type.AreSame(left, right)
            : type.Sets.Contains(name) && before is ImmutableArray<object?> some && after is ImmutableArray<object?> others
            ? Holds(some, others) && Holds(others, some)
            : PropertyValue.AreEqual(NullIfEmpty(before), NullIfEmpty(after));

    private static bool Holds(ImmutableArray<object?> set, ImmutableArray<object?> others) =>
        others.All(other => set.Any(one => PropertyValue.AreEqual(one, other)));

    // To a Terraform provider, no tags and an empty map of tags are one thing.
    private static object? NullIfEmpty(object? value) =>
        value is ImmutableArray<object?> { IsEmpty: true } or ImmutableDictionary<string, object?> { IsEmpty: true } ? null : value;
}
