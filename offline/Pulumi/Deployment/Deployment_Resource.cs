using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Wire;
using Wire.Protocol;

namespace Pulumi;

public sealed partial class Deployment
{
    internal void ReadOrRegister(Resource resource, ResourceArgs args, ResourceOptions options) =>
        Tasks.Add(CompleteAsync(resource, args, options));

    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        Tasks.Add(RegisterAsync());

        async Task RegisterAsync()
        {
            var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
            var values = await outputs.GetValueAsync(whenUnknown: NoOutputs).ConfigureAwait(false);
            await monitor.RegisterResourceOutputsAsync(new()
            {
                Urn = urn,
                Outputs = PropertyEncoding.Encode(await new Serializer().SerializeMapAsync(values).ConfigureAwait(false)),
            }).ConfigureAwait(false);
        }
    }

    private async Task CompleteAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        try
        {
            var id = options.Id is null ? "" : await options.Id.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false);
            await (id.Length > 0 ? ReadAsync(resource, id, args, options) : RegisterAsync(resource, args, options)).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            resource.Completion.Fail(failure);
            throw;
        }
    }

    private async Task ReadAsync(Resource resource, string id, ResourceArgs args, ResourceOptions options)
    {
        var prepared = await PrepareAsync(resource, args, options).ConfigureAwait(false);
        var response = await monitor.ReadResourceAsync(resource, new()
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Id = id,
            Parent = prepared.Parent,
            Provider = prepared.Provider,
            Properties = prepared.Properties,
            Dependencies = { prepared.Dependencies },
            Version = options.Version ?? "",
            AcceptSecrets = true,
            AcceptResources = true,
        }).ConfigureAwait(false);
        Complete(resource, response.Urn, id, response.Properties, [], missingAreKnown: !instance.IsDryRun);
    }

    private async Task RegisterAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var prepared = await PrepareAsync(resource, args, options).ConfigureAwait(false);
        var request = new RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Custom = resource is CustomResource,
            Parent = prepared.Parent,
            Provider = prepared.Provider,
            Object = prepared.Properties,
            Dependencies = { prepared.Dependencies },
            PropertyDependencies = { prepared.PropertyDependencies },
            Version = options.Version ?? "",
            IgnoreChanges = { options.IgnoreChanges },
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
        };
        if (options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        foreach (var alias in options.Aliases)
        {
            if (await alias.ToOutput().GetValueAsync(whenUnknown: null!).ConfigureAwait(false) is { } known)
            {
                request.Aliases.Add(await known.SerializeAsync().ConfigureAwait(false));
            }
        }

        if (options is CustomResourceOptions custom)
        {
            request.ImportId = custom.ImportId ?? "";
            request.DeleteBeforeReplace = custom.DeleteBeforeReplace ?? false;
            request.DeleteBeforeReplaceDefined = custom.DeleteBeforeReplace is not null;
            request.AdditionalSecretOutputs.Add(custom.AdditionalSecretOutputs);
            request.ReplaceOnChanges.Add(custom.ReplaceOnChanges);
        }

        var response = await monitor.RegisterResourceAsync(resource, request).ConfigureAwait(false);
        Complete(
            resource, response.Urn, response.Id, response.Object, response.PropertyDependencies,
            missingAreKnown: !instance.IsDryRun && response.Result == Result.Success);
    }

    private void Complete(
        Resource resource,
        string urn,
        string id,
        Struct properties,
        IEnumerable<KeyValuePair<string, RegisterResourceResponse.Types.PropertyDependencies>> dependencies,
        bool missingAreKnown)
    {
        var values = (properties ?? new Struct()).Fields.ToDictionary(
            property => property.Key, property => Deserializer.Deserialize(property.Value));
        foreach (var (name, urns) in dependencies)
        {
            if (values.TryGetValue(name, out var value))
            {
                values[name] = value with { Resources = value.Resources.Union(urns.Urns.Select(urn => new DependencyResource(urn))) };
            }
        }

        resource.Completion.Complete(
            urn, id, values, missingAreKnown, fault => Logger.LogAsync(LogSeverity.Warning, fault, resource));
    }

    private async Task<PreparedResource> PrepareAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var explicitDependencies = await options.DependsOn.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false);
        var dependencies = await UrnsAsync(explicitDependencies).ConfigureAwait(false);
        var propertyDependencies = new Dictionary<string, RegisterResourceRequest.Types.PropertyDependencies>();
        var properties = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (name, value) in args.ToProperties().Where(property => property.Key is not ("id" or "urn")))
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
        var parent = options.Parent ?? (resource.GetResourceType() == Stack.TypeToken ? null : Stack);
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
