using Pulumi;

namespace SageMakerIam.Components;

/// <summary>
/// The options of what work depends on while it is replaced: the new one is there before the old one goes. Without them Pulumi deletes what
/// has a name of its own first, since two of one name cannot be; here a replacement always has another name, or another holder.
/// </summary>
/// <remarks>Pulumi docs, iac/concepts/resources/options/deletebeforereplace.</remarks>
internal static class NewBeforeOld
{
    /// <summary>The options of a resource.</summary>
    /// <param name="parent">The component that it belongs to.</param>
    /// <param name="provider">The provider of its account; null for the parent's.</param>
    /// <param name="importId">The id by which it is taken over; null if it is made.</param>
    public static CustomResourceOptions Options(ComponentResource parent, ProviderResource? provider = null, string? importId = null) =>
        new() { Parent = parent, Provider = provider, ImportId = importId, DeleteBeforeReplace = false };
}
