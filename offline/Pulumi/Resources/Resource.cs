using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>What a stack consists of.</summary>
public class Resource
{
    private readonly string type;
    private readonly string name;
    private readonly bool? protect;
    private readonly ImmutableDictionary<string, ProviderResource> providers;

    private protected Resource(string type, string name, ResourceArgs args, ResourceOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        this.type = type;
        this.name = name;
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
        (type, name) = ("", "");
        Completion = ResourceOutputs.None;
        providers = ImmutableDictionary<string, ProviderResource>.Empty;
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal HashSet<Resource> Children { get; } = [];

    internal ResourceOutputs Completion { get; }

    public string GetResourceType() => type;

    public string GetResourceName() => name;

    internal ProviderResource? GetProvider(string token) =>
        token.Split(':') is [var package, _, _] ? providers.GetValueOrDefault(package) : null;

    private ImmutableDictionary<string, ProviderResource> InheritProviders(ResourceOptions options)
    {
        var inherited = options.Parent?.providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (this is CustomResource)
        {
            if (options.Provider is { } own)
            {
                return type.Split(':') is [var package, _, _] ? inherited.SetItem(package, own) : inherited;
            }

            options.Provider = options.Parent?.GetProvider(type);
            return inherited;
        }

        var given = (options as ComponentResourceOptions)?.Providers ?? [];
        if (options.Provider is not null && given.Count > 0)
        {
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }

        return inherited.SetItems((options.Provider is { } one ? [one] : given)
            .Select(provider => KeyValuePair.Create(provider.Package, provider)));
    }
}
