namespace Pulumi;

public sealed partial class Deployment
{
    private async Task ReadAsync(Resource resource, string id, ResourceArgs? args, ResourceOptions options)
    {
        var prepared = await PrepareAsync(resource, args, options).ConfigureAwait(false);
        var response = await monitor.ReadResourceAsync(resource, new()
        {
            Type = resource.ResourceType,
            Name = resource.ResourceName,
            Id = id,
            Parent = prepared.Parent,
            Provider = prepared.Provider,
            Properties = prepared.Properties,
            Dependencies = { prepared.Dependencies },
            Version = options.Version ?? "",
            AcceptSecrets = true,
            AcceptResources = true,
        }).ConfigureAwait(false);
        Complete(resource, response.Urn, id, response.Properties, [], isMade: true);
    }
}
