using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Pulumirpc;
using Wire;

namespace Pulumi;

public sealed partial class Deployment
{
    private async Task<PreparedResource> PrepareAsync(Resource resource, ResourceArgs? args, ResourceOptions options)
    {
        var explicitDependencies = await options.DependsOn.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false);
        var dependencies = await UrnsAsync(explicitDependencies).ConfigureAwait(false);
        var propertyDependencies = new Dictionary<string, RegisterResourceRequest.Types.PropertyDependencies>();
        var properties = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (name, value) in args?.ToProperties().Where(property => property.Key is not ("id" or "urn")) ?? [])
        {
            var serializer = new Serializer();
            if (await serializer.SerializeAsync(value).ConfigureAwait(false) is { } serialized)
            {
                properties.Add(name, serialized);
                var urns = await UrnsAsync(serializer.Dependencies).ConfigureAwait(false);
                dependencies.UnionWith(urns);
                propertyDependencies.Add(name, new() { Urns = { urns } });
            }
        }

        return new(
            PropertyEncoding.Encode(properties),
            await ParentUrnAsync(resource, options).ConfigureAwait(false),
            resource is CustomResource && options.Provider is { } provider ? await provider.GetReferenceAsync().ConfigureAwait(false) : "",
            dependencies,
            propertyDependencies);
    }

    private async Task<string> ParentUrnAsync(Resource resource, ResourceOptions options)
    {
        var parent = options.Parent ?? (resource.ResourceType == Stack.TypeToken ? null : Stack);
        return parent is null ? "" : await parent.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
    }

    private static async Task<HashSet<string>> UrnsAsync(IEnumerable<Resource> resources)
    {
        var urns = new HashSet<string>();
        foreach (var resource in WithChildren(resources).OfType<CustomResource>())
        {
            if (await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false) is { Length: > 0 } urn)
            {
                urns.Add(urn);
            }
        }

        return urns;
    }

    // Depending on a component is depending on what is in it.
    private static HashSet<Resource> WithChildren(IEnumerable<Resource> resources)
    {
        var reached = new HashSet<Resource>();
        var open = new Queue<Resource>(resources);
        while (open.TryDequeue(out var resource))
        {
            if (reached.Add(resource) && resource is ComponentResource)
            {
                lock (resource.Children)
                {
                    foreach (var child in resource.Children)
                    {
                        open.Enqueue(child);
                    }
                }
            }
        }

        return reached;
    }

    private sealed record PreparedResource(
        Struct Properties,
        string Parent,
        string Provider,
        HashSet<string> Dependencies,
        Dictionary<string, RegisterResourceRequest.Types.PropertyDependencies> PropertyDependencies);
}
