using Rehearsal.Engine;
using Rehearsal.Providers.Aws;

namespace Rehearsal.Life.Drift;

/// <summary>The resources of a stack that are in AWS.</summary>
internal static class AwsResources
{
    /// <summary>Those whose type ends so, in the order of the state.</summary>
    /// <param name="resources">The resources of the stack.</param>
    /// <param name="ending">The end of the type, <c>iam/role:Role</c>; empty for all.</param>
    public static IEnumerable<ResourceState> OfAws(this IEnumerable<ResourceState> resources, string ending) =>
        resources.Where(state => state.Provider is AwsProvider && Urn.Type(state.Urn).EndsWith(ending, StringComparison.Ordinal));
}
