namespace Pulumi;

/// <summary>How the engine treats a component and, by inheritance, its children.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    internal override ResourceOptions Clone() => Merge<ComponentResourceOptions>(null, this);
}
