using Pulumirpc;

namespace Pulumi;

public sealed partial class Deployment
{
    private async Task RegisterAsync(Resource resource, ResourceArgs? args, ResourceOptions options)
    {
        var prepared = await PrepareAsync(resource, args, options).ConfigureAwait(false);
        var request = new RegisterResourceRequest
        {
            Type = resource.ResourceType,
            Name = resource.ResourceName,
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
            isMade: response.Result == Result.Success && !response.Unknown);
    }
}
