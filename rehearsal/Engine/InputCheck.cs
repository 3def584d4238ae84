using System.Collections.Immutable;
using Rehearsal.Aws;
using Rehearsal.Resources;
using Wire;

namespace Rehearsal.Engine;

/// <summary>Completes and checks the inputs of a resource, as a provider does before anything else.</summary>
internal static class InputCheck
{
    /// <summary>The goal with its inputs completed, and whether its physical name is a generated one.</summary>
    /// <param name="type">The resource's type.</param>
    /// <param name="goal">What the program registered.</param>
    /// <param name="old">What the last update registered, to keep its generated name.</param>
    /// <param name="target">Where the resource is to be; null when a preview cannot know.</param>
    /// <exception cref="EngineException">An input is unknown to the type, or no name can be made.</exception>
    /// <exception cref="AwsException">AWS would refuse an input.</exception>
    public static (ResourceGoal Goal, bool NameIsGenerated) Complete(
        IResourceType type, ResourceGoal goal, ResourceState? old, AwsTarget? target)
    {
        var unknown = goal.Inputs.Names.Except(type.Inputs).ToList();
        if (unknown.Count > 0)
        {
            throw new EngineException(
                $"the input {string.Join(", ", unknown)} of {type.Token} cannot be rehearsed. The known inputs are "
                + $"{string.Join(", ", type.Inputs.Order(StringComparer.Ordinal))}");
        }

        var inputs = type.Defaults.Merge(goal.Inputs);
        foreach (var ignored in goal.IgnoreChanges.Where(_ => old is not null))
        {
            inputs = inputs.With(ignored, old!.Goal.Inputs[ignored]);
        }

        foreach (var name in type.JsonInputs.Where(name => inputs[name] is ImmutableDictionary<string, object?> && !inputs.IsUnknown(name)))
        {
            inputs = inputs.With(name, inputs.Json(name)!.ToJsonString());
        }

        inputs = WithDefaultTags(type, inputs, target);
        var nameIsGenerated = type.GeneratedNameLength is not null && !inputs.Has("name");
        if (nameIsGenerated)
        {
            inputs = inputs.With("name", old is { NameIsGenerated: true } ? old.Goal.Inputs["name"] : GenerateName(type, goal, inputs));
        }

        type.Check(inputs);
        return (goal with { Inputs = inputs }, nameIsGenerated);
    }

    /// <summary>The goal with another generated name, for a resource that takes the place of one that has its name.</summary>
    public static ResourceGoal Rename(IResourceType type, ResourceGoal goal) =>
        goal with { Inputs = goal.Inputs.With("name", GenerateName(type, goal, goal.Inputs)) };

    private static object GenerateName(IResourceType type, ResourceGoal goal, PropertyMap inputs) => inputs["namePrefix"] switch
    {
        Unknown unknown => unknown,
        string prefix => PhysicalName.FromPrefix(prefix),
        _ => PhysicalName.FromLogicalName(goal.Name, type.GeneratedNameLength!.Value),
    };

    private static PropertyMap WithDefaultTags(IResourceType type, PropertyMap inputs, AwsTarget? target)
    {
        if (!type.Inputs.Contains("tags") || target is null || target.DefaultTags.IsEmpty || inputs["tags"] is Unknown)
        {
            return inputs;
        }

        var own = inputs["tags"] as ImmutableDictionary<string, object?> ?? ImmutableDictionary<string, object?>.Empty;
        return inputs.With("tags", target.DefaultTags.ToImmutableDictionary(tag => tag.Key, tag => (object?)tag.Value).SetItems(own));
    }
}
