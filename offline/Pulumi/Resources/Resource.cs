using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>What a stack consists of.</summary>
public class Resource
{
    private readonly bool? protect;
    private readonly ImmutableDictionary<string, ProviderResource> providers;

    private protected Resource(string type, string name, ResourceArgs? args, ResourceOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (ResourceType, ResourceName) = (type, name);
        Completion = ResourceOutputs.Create(this);

        options = options.Clone();
        if (options.Parent is { } explicitParent)
        {
            lock (explicitParent.Children)
            {
                explicitParent.Children.Add(this);
            }

            options.Protect ??= explicitParent.protect;
        }

        protect = options.Protect;
        providers = InheritProviders(options);
        Deployment.Required.ReadOrRegister(this, args, options);
    }

    /// <summary>A resource of which only the URN is known.</summary>
    private protected Resource()
    {
        (ResourceType, ResourceName) = ("", "");
        Completion = ResourceOutputs.None;
        providers = ImmutableDictionary<string, ProviderResource>.Empty;
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal string ResourceType { get; }

    internal string ResourceName { get; }

    internal HashSet<Resource> Children { get; } = [];

    internal ResourceOutputs Completion { get; }

    /// <summary>The providers of the children, by package; a resource of its own provider has that one.</summary>
    private ImmutableDictionary<string, ProviderResource> InheritProviders(ResourceOptions options)
    {
        var inherited = options.Parent?.providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (options.Provider is { } own)
        {
            return inherited.SetItem(own.Package, own);
        }

        if (this is CustomResource && ResourceType.Split(':') is [var package, _, _])
        {
            options.Provider = inherited.GetValueOrDefault(package);
        }

        return inherited;
    }
}
