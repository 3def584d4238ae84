using System.Collections.Immutable;
using Rehearsal.Engine;
using Wire;

namespace Rehearsal.Providers;

/// <summary>Completes the inputs of a resource by the schema of its type, as a provider does before anything else.</summary>
internal static class InputCompletion
{
    /// <summary>The goal with the values that the program left out; a change that is to be ignored is taken back.</summary>
    /// <param name="type">The resource's type.</param>
    /// <param name="goal">What the program registered.</param>
    /// <param name="last">The resource as the last update left it; null for a new one.</param>
    /// <exception cref="EngineException">An input is unknown to the type.</exception>
    public static ResourceGoal Complete(this ITypeSchema type, ResourceGoal goal, ResourceState? last)
    {
        var unknown = goal.Inputs.Names.Except(type.Inputs).ToList();
        if (unknown.Count > 0)
        {
            throw new EngineException(
                $"the input {string.Join(", ", unknown)} of {type.Token} cannot be rehearsed. The known inputs are "
                + $"{string.Join(", ", type.Inputs.Order(StringComparer.Ordinal))}");
        }

        var inputs = type.Defaults.Merge(goal.Inputs);
        foreach (var ignored in goal.IgnoreChanges.Where(_ => last is not null))
        {
            inputs = inputs.With(ignored, last!.Goal.Inputs[ignored]);
        }

        foreach (var name in type.JsonInputs.Where(name => inputs[name] is ImmutableDictionary<string, object?> && !inputs.IsUnknown(name)))
        {
            inputs = inputs.With(name, inputs.Json(name)!.ToJsonString());
        }

        return goal with { Inputs = inputs };
    }

    /// <summary>The goal with a physical name, where its type has one and the program gave none.</summary>
    /// <param name="type">The resource's type.</param>
    /// <param name="goal">What the program registered.</param>
    /// <param name="last">The resource as the last update left it, whose generated name is kept; null for a new one.</param>
    /// <param name="isReplacement">Whether the resource takes the place of the last one, and so not its generated name.</param>
    /// <exception cref="EngineException">No name can be made.</exception>
    public static ResourceGoal Name(this ITypeSchema type, ResourceGoal goal, ResourceState? last, bool isReplacement)
    {
        if (type.GeneratedNameLength is not { } maxLength || goal.Inputs.Has("name"))
        {
            return goal;
        }

        var name = last is { Goal.NameIsGenerated: true } && !isReplacement ? last.Goal.Inputs["name"] : Generate(goal, maxLength);
        return goal with { Inputs = goal.Inputs.With("name", name), NameIsGenerated = true };
    }

    /// <summary>The properties of a resource that are known to be nothing: what is optional, and left out.</summary>
    public static IEnumerable<string> NullsOf(this ITypeSchema type, ResourceState state)
    {
        var optional = type.Inputs.Except([.. type.Computed, "name", "namePrefix"])
            .Concat(type.Inputs.Contains("tags") ? ["tagsAll"] : [])
            .Concat(type.Unrehearsed)
            .Concat(state.Id.Length > 0 ? type.Unused : []);
        return optional.Where(name => !state.Outputs.Has(name));
    }

    private static object Generate(ResourceGoal goal, int maxLength) => goal.Inputs["namePrefix"] switch
    {
        Unknown unknown => unknown,
        string prefix => PhysicalName.FromPrefix(prefix),
        _ => PhysicalName.FromLogicalName(goal.Name, maxLength),
    };
}
