namespace Rehearsal.Engine;

/// <summary>A resource that a provider has read.</summary>
/// <param name="Inputs">The inputs that would make it.</param>
/// <param name="Outputs">Its outputs.</param>
internal sealed record FoundResource(PropertyMap Inputs, PropertyMap Outputs);
