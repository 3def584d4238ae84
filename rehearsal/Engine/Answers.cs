using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;
using Wire;

namespace Rehearsal.Engine;

/// <summary>What a program hears of resources.</summary>
internal static class Answers
{
    /// <summary>The answer to a registration: of a component, the inputs alone.</summary>
    /// <param name="state">The resource.</param>
    /// <param name="takesPartialValues">
    /// Whether the program takes a property of which something is not known; else it hears none of it.
    /// </param>
    /// <remarks>pulumi/pulumi, <c>pkg/resource/deploy/source_eval.go</c>, RegisterResource.</remarks>
    public static RegisterResourceResponse Registered(ResourceState state, bool takesPartialValues)
    {
        var outputs = Marked(state.Goal.IsCustom ? state : state with { Outputs = state.Goal.Inputs });
        var nulls = (state.Provider?.Nulls(state) ?? []).Where(name => !outputs.ContainsKey(name));
        outputs = outputs.AddRange(nulls.Select(name => KeyValuePair.Create(name, (object?)null)));
        return new RegisterResourceResponse
        {
            Urn = state.Urn,
            Id = state.Id,
            Object = PropertyEncoding.Encode(outputs.RemoveRange(outputs.Keys.Where(
                name => !takesPartialValues && PropertyValue.ContainsUnknown(PropertyValue.Plain(outputs[name]))))),
        };
    }

    /// <summary>The outputs of a resource on the wire.</summary>
    public static Struct Encode(ResourceState state) => PropertyEncoding.Encode(Marked(state));

    /// <summary>The outputs, the secret ones marked.</summary>
    public static ImmutableDictionary<string, object?> Marked(ResourceState state)
    {
        var secrets = state.SecretOutputs;
        return state.Outputs.Values.ToImmutableDictionary(
            output => output.Key,
            output => secrets.Contains(output.Key) && output.Value is not Secret ? new Secret(output.Value) : output.Value);
    }
}
