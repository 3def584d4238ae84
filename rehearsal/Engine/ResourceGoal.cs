using System.Collections.Immutable;
using Pulumirpc;
using Wire;

namespace Rehearsal.Engine;

/// <summary>A resource as the program registers it.</summary>
/// <param name="Urn">The uniform resource name.</param>
/// <param name="Type">The type token, <c>package:module:Name</c>.</param>
/// <param name="IsCustom">Whether a provider manages the resource; false for a component.</param>
/// <param name="Parent">The parent's URN; empty for the stack.</param>
/// <param name="Inputs">The inputs as plain values.</param>
/// <param name="SecretInputs">The names of the inputs that are secret or hold a secret.</param>
/// <param name="AdditionalSecretOutputs">The names of the outputs that are secret whatever the inputs are.</param>
/// <param name="Provider">The reference to an explicit provider; empty for the default one.</param>
/// <param name="IsProtected">Whether the resource may be neither deleted nor replaced.</param>
/// <param name="Dependencies">The URNs that the resource depends on.</param>
/// <param name="PropertyDependencies">The URNs that each input comes from.</param>
/// <param name="IgnoreChanges">The names of the inputs whose changes are ignored.</param>
/// <param name="ReplaceOnChanges">The names of the inputs whose changes replace the resource; <c>*</c> for all.</param>
/// <param name="DeleteBeforeReplace">Whether a replacement deletes first; null leaves it to the provider.</param>
/// <param name="ImportId">The id of an existing resource to take over; empty for none.</param>
/// <param name="RetainOnDelete">Whether the resource stays in the account when it is deleted from the stack.</param>
internal sealed record ResourceGoal(
    string Urn,
    string Type,
    bool IsCustom,
    string Parent,
    PropertyMap Inputs,
    ImmutableHashSet<string> SecretInputs,
    ImmutableHashSet<string> AdditionalSecretOutputs,
    string Provider,
    bool IsProtected,
    ImmutableArray<string> Dependencies,
    ImmutableDictionary<string, ImmutableArray<string>> PropertyDependencies,
    ImmutableArray<string> IgnoreChanges,
    ImmutableArray<string> ReplaceOnChanges,
    bool? DeleteBeforeReplace,
    string ImportId,
    bool RetainOnDelete)
{
    /// <summary>Whether the provider made up the physical name, as the program gave none. Default: false, until it is checked.</summary>
    public bool NameIsGenerated { get; init; }

    /// <summary>The resource's name, the URN's last part.</summary>
    public string Name => Engine.Urn.Name(Urn);

    /// <summary>Reads a registration.</summary>
    public static ResourceGoal From(RegisterResourceRequest request, string urn)
    {
        ArgumentNullException.ThrowIfNull(request);
        var inputs = PropertyEncoding.Decode(request.Object);
        return new ResourceGoal(
            urn,
            request.Type,
            request.Custom,
            request.Parent,
            new PropertyMap(inputs.ToImmutableDictionary(input => input.Key, input => PropertyValue.Plain(input.Value))),
            SecretNames(inputs),
            [.. request.AdditionalSecretOutputs],
            request.Provider,
            request.Protect,
            [.. request.Dependencies],
            request.PropertyDependencies.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Urns.ToImmutableArray()),
            [.. request.IgnoreChanges],
            [.. request.ReplaceOnChanges],
            request.DeleteBeforeReplaceDefined ? request.DeleteBeforeReplace : null,
            request.ImportId,
            request.RetainOnDelete);
    }

    /// <summary>Reads a request to read a resource that the stack does not manage.</summary>
    public static ResourceGoal From(ReadResourceRequest request, string urn)
    {
        ArgumentNullException.ThrowIfNull(request);
        var inputs = PropertyEncoding.Decode(request.Properties);
        return new ResourceGoal(
            urn,
            request.Type,
            IsCustom: true,
            request.Parent,
            new PropertyMap(inputs.ToImmutableDictionary(input => input.Key, input => PropertyValue.Plain(input.Value))),
            SecretNames(inputs),
            [.. request.AdditionalSecretOutputs],
            request.Provider,
            IsProtected: false,
            [.. request.Dependencies],
            ImmutableDictionary<string, ImmutableArray<string>>.Empty,
            IgnoreChanges: [],
            ReplaceOnChanges: [],
            DeleteBeforeReplace: null,
            ImportId: "",
            RetainOnDelete: false);
    }

    private static ImmutableHashSet<string> SecretNames(ImmutableDictionary<string, object?> inputs) =>
        [.. inputs.Where(input => PropertyValue.ContainsSecret(input.Value)).Select(input => input.Key)];
}
