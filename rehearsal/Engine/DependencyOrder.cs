using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>Puts resources into an order in which each comes after those that it needs.</summary>
internal static class DependencyOrder
{
    /// <summary>The resources in such an order, which is otherwise the one that they have.</summary>
    public static ImmutableArray<ResourceState> Of(IReadOnlyList<ResourceState> resources)
    {
        var byUrn = resources.ToDictionary(resource => resource.Urn);
        var seen = new HashSet<string>();
        var ordered = ImmutableArray.CreateBuilder<ResourceState>(resources.Count);
        void Visit(ResourceState resource)
        {
            if (!seen.Add(resource.Urn))
            {
                return;
            }

            foreach (var needed in resource.Needs)
            {
                if (byUrn.TryGetValue(needed, out var before))
                {
                    Visit(before);
                }
            }

            ordered.Add(resource);
        }

        foreach (var resource in resources)
        {
            Visit(resource);
        }

        return ordered.ToImmutable();
    }
}
