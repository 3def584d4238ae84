namespace Pulumi;

/// <summary>A former name of a resource, so that the engine knows it again under its new one.</summary>
public sealed class Alias
{
    public Input<string>? Name { get; set; }

    /// <summary>The alias as the engine hears it: what is left out is what the resource has now.</summary>
    internal async Task<Pulumirpc.Alias> SerializeAsync() => new()
    {
        Spec = new() { Name = await Name.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false) ?? "", NoParent = false },
    };
}
