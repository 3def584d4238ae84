namespace Pulumi;

/// <summary>How the engine treats a resource.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? dependsOn;

    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn
    {
        get => dependsOn ??= new InputList<Resource>();
        set => dependsOn = value;
    }

    public bool? Protect { get; set; }

    public List<string> IgnoreChanges { get => field ??= []; set; }

    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public List<Input<Alias>> Aliases { get => field ??= []; set; }

    public List<string> ReplaceOnChanges { get => field ??= []; set; }

    public bool? RetainOnDelete { get; set; }

    /// <summary>The id of a resource that is read; null for one that is registered.</summary>
    internal string? Id { get; set; }

    internal abstract ResourceOptions Clone();

    internal static T Merge<T>(T? first, T? second)
        where T : ResourceOptions, new()
    {
        var merged = new T();
        merged.Add(first);
        merged.Add(second);
        return merged;
    }

    private protected virtual void Add(ResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        if (other.dependsOn is { } added)
        {
            dependsOn = DependsOn.Concat(added);
        }

        Protect = other.Protect ?? Protect;
        IgnoreChanges.AddRange(other.IgnoreChanges);
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        Aliases.AddRange(other.Aliases);
        ReplaceOnChanges.AddRange(other.ReplaceOnChanges);
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
    }
}
