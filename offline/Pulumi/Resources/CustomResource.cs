namespace Pulumi;

/// <summary>A resource that a provider manages.</summary>
public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, args, options ?? new CustomResourceOptions())
    {
    }

    private protected CustomResource()
    {
    }

    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;
}
