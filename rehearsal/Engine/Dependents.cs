using Rehearsal.Resources;

namespace Rehearsal.Engine;

/// <summary>What else is replaced when a resource is deleted before it is replaced.</summary>
internal static class Dependents
{
    /// <summary>
    /// The resources that cannot outlive a replaced one, each after those that it needs: an input that only a
    /// replacement can change comes from it, or from one that is replaced with it
    /// (pulumi/pulumi, <c>pkg/resource/deploy/step_generator.go</c>, calculateDependentReplacements).
    /// </summary>
    public static List<ResourceState> ToReplaceWith(ResourceState replaced, IReadOnlyList<ResourceState> stack)
    {
        var urns = new HashSet<string> { replaced.Urn };
        var dependents = new List<ResourceState>();
        foreach (var state in stack.Where(state => state.Target is not null && !state.IsExternal && state.Urn != replaced.Urn))
        {
            var type = ResourceTypes.Find(state.Goal.Type);
            if (state.Goal.PropertyDependencies.Any(input =>
                input.Value.Any(urns.Contains) && InputDiff.ReplacesOn(type, state.Goal, input.Key)))
            {
                urns.Add(state.Urn);
                dependents.Add(state);
            }
        }

        return dependents;
    }
}
