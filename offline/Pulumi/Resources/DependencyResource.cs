using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource of which the engine told the URN and nothing else.</summary>
internal sealed class DependencyResource : CustomResource
{
    public DependencyResource(string urn) => Urn = new(Task.FromResult(
        new OutputData<string>(ImmutableHashSet.Create<Resource>(this), urn, IsKnown: true, IsSecret: false)));
}
