namespace Pulumi;

/// <summary>How the engine treats a resource that a provider manages.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs { get => field ??= []; set; }

    public string? ImportId { get; set; }

    /// <summary>Both sets of options; where both say something, the second is right, and lists are joined.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2) =>
        Merge<CustomResourceOptions>(options1, options2);

    internal override ResourceOptions Clone() => Merge(null, this);

    private protected override void Add(ResourceOptions? other)
    {
        base.Add(other);
        if (other is CustomResourceOptions custom)
        {
            DeleteBeforeReplace = custom.DeleteBeforeReplace ?? DeleteBeforeReplace;
            AdditionalSecretOutputs.AddRange(custom.AdditionalSecretOutputs);
            ImportId = custom.ImportId ?? ImportId;
        }
    }
}
