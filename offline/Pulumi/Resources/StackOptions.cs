namespace Pulumi;

/// <summary>How a stack treats its resources.</summary>
public class StackOptions
{
    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }
}
