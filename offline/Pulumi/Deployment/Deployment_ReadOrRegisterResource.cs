using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

public sealed partial class Deployment
{
    internal void ReadOrRegister(Resource resource, ResourceArgs? args, ResourceOptions options) =>
        Tasks.Add(CompleteAsync(resource, args, options));

    private async Task CompleteAsync(Resource resource, ResourceArgs? args, ResourceOptions options)
    {
        try
        {
            await (options.Id is { } id ? ReadAsync(resource, id, args, options) : RegisterAsync(resource, args, options))
                .ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            resource.Completion.Fail(failure);
            throw;
        }
    }

    private void Complete(
        Resource resource,
        string urn,
        string id,
        Struct properties,
        IEnumerable<KeyValuePair<string, RegisterResourceResponse.Types.PropertyDependencies>> dependencies,
        bool isMade)
    {
        // What an update failed to make, or skipped, says at most what it was asked for.
        var values = (properties ?? new Struct()).Fields
            .Where(property => isMade || property.Value.KindCase != Value.KindOneofCase.NullValue)
            .ToDictionary(property => property.Key, property => Deserializer.Deserialize(property.Value));
        foreach (var (name, urns) in dependencies)
        {
            if (values.TryGetValue(name, out var value))
            {
                values[name] = value with { Resources = value.Resources.Union(urns.Urns.Select(urn => new DependencyResource(urn))) };
            }
        }

        resource.Completion.Complete(
            urn, id, values, missingAreKnown: isMade && !instance.IsDryRun, fault => Logger.LogAsync(LogSeverity.Warning, fault, resource));
    }
}
