namespace Rehearsal.Engine;

/// <summary>A resource that a provider has made or changed, or in a preview would.</summary>
/// <param name="Id">Its physical id; empty where a preview cannot know it.</param>
/// <param name="Outputs">Its outputs.</param>
internal sealed record MadeResource(string Id, PropertyMap Outputs);
