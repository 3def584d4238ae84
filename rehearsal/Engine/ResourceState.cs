using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>What the last update registered of one resource.</summary>
/// <param name="Goal">What the program asked for, its inputs checked and completed.</param>
/// <param name="Id">The physical id; empty for a component.</param>
/// <param name="Outputs">The resource's outputs; those of a component may be marked as secret inside.</param>
/// <param name="Provider">The provider that manages it; null for a component, the stack, a provider, and what is only read.</param>
/// <param name="IsExternal">Whether the program only reads the resource and does not manage it.</param>
internal sealed record ResourceState(
    ResourceGoal Goal,
    string Id,
    PropertyMap Outputs,
    IProvider? Provider = null,
    bool IsExternal = false)
{
    /// <summary>The uniform resource name.</summary>
    public string Urn => Goal.Urn;

    /// <summary>The names of the outputs that are secret.</summary>
    public ImmutableHashSet<string> SecretOutputs => Goal.SecretInputs.Union(Goal.AdditionalSecretOutputs);

    /// <summary>The URNs that must outlive the resource: its parent, its provider and what it depends on.</summary>
    public IEnumerable<string> Needs => Goal.Dependencies
        .Append(Goal.Parent)
        .Append(ProviderReference.Urn(Goal.Provider))
        .Where(urn => urn.Length > 0);
}
