using Wire;

namespace Rehearsal.Engine;

/// <summary>What else is replaced when a resource is deleted before it is replaced.</summary>
internal static class Dependents
{
    /// <summary>
    /// The resources that cannot outlive a replaced one, each after those that it needs: an input that only a
    /// replacement can change comes from it, or from one that is replaced with it
    /// (pulumi/pulumi, <c>pkg/resource/deploy/step_generator.go</c>, calculateDependentReplacements).
    /// </summary>
    /// <returns>Each with what changes in it.</returns>
    public static List<(ResourceState State, InputDiff Cause)> ToReplaceWith(ResourceState replaced, IReadOnlyList<ResourceState> stack)
    {
        var urns = new HashSet<string> { replaced.Urn };
        var dependents = new List<(ResourceState State, InputDiff Cause)>();
        foreach (var state in stack.Where(state => !state.IsExternal && state.Urn != replaced.Urn))
        {
            if (state.Provider is { } provider && DiffWithout(urns, state, provider) is { Replaces.IsEmpty: false } diff)
            {
                urns.Add(state.Urn);
                dependents.Add((state, InputDiff.None with { Replaces = diff.Replaces }));
            }
        }

        return dependents;
    }

    // What an input will be that comes from a replaced resource is not known yet.
    private static InputDiff DiffWithout(HashSet<string> urns, ResourceState state, IProvider provider)
    {
        var inputs = state.Goal.PropertyDependencies
            .Where(input => input.Value.Any(urns.Contains))
            .Aggregate(state.Goal.Inputs, (inputs, input) => inputs.With(input.Key, Unknown.Instance));
        return provider.Diff(state, state.Goal with { Inputs = inputs });
    }
}
