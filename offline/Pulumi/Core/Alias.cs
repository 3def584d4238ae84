namespace Pulumi;

/// <summary>A former identity of a resource, so that the engine knows it again under its new one.</summary>
public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    public bool NoParent { get; set; }

    internal async Task<Pulumirpc.Alias> SerializeAsync()
    {
        if (Urn is not null)
        {
            return new() { Urn = Urn };
        }

        var spec = new Pulumirpc.Alias.Types.Spec
        {
            Name = await TextAsync(Name).ConfigureAwait(false),
            Type = await TextAsync(Type).ConfigureAwait(false),
            Stack = await TextAsync(Stack).ConfigureAwait(false),
            Project = await TextAsync(Project).ConfigureAwait(false),
        };
        if ((Parent is null ? ParentUrn?.ToOutput() : Parent.Urn) is { } parent)
        {
            var urn = await TextAsync(parent).ConfigureAwait(false);
            if (urn.Length > 0)
            {
                spec.ParentUrn = urn;
            }
        }
        else
        {
            spec.NoParent = NoParent;
        }

        return new() { Spec = spec };
    }

    private static Task<string> TextAsync(Input<string>? input) =>
        input is null ? Task.FromResult("") : input.ToOutput().GetValueAsync(whenUnknown: "");
}
