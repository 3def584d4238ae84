namespace Pulumi;

/// <summary>How the engine treats a component and, by inheritance, its children.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    /// <summary>The providers of the component's children, one a package.</summary>
    public List<ProviderResource> Providers { get => field ??= []; set; }

    /// <summary>Both sets of options; where both say something, the second is right, and lists are joined.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2) =>
        Merge<ComponentResourceOptions>(options1, options2);

    internal override ResourceOptions Clone() => Merge(null, this);

    private protected override void Add(ResourceOptions? other)
    {
        base.Add(other);
        if (other is ComponentResourceOptions component)
        {
            Providers = [.. Providers.Concat(component.Providers).Reverse().DistinctBy(provider => provider.Package).Reverse()];
        }
    }
}
