using Wire;

namespace Pulumi;

/// <summary>A provider with its own configuration, for the resources that name it.</summary>
public class ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
    : CustomResource($"pulumi:providers:{package}", name, args, options)
{
    private static readonly string UnknownId = PropertyEncoding.EncodeValue(Unknown.Instance).StringValue;

    internal string Package { get; } = package;

    /// <summary>How the engine refers to a provider: URN and id, of which a preview may not know the second.</summary>
    internal async Task<string> GetReferenceAsync()
    {
        var urn = await Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var id = await Id.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        return $"{urn}::{(id.Length > 0 ? id : UnknownId)}";
    }
}
