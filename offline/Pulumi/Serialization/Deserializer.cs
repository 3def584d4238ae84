using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Wire;

namespace Pulumi.Serialization;

/// <summary>Reads property values off the wire: a secret or an unknown inside a value makes the whole value so.</summary>
internal static class Deserializer
{
    public static OutputData<object?> Deserialize(Value value)
    {
        var resources = ImmutableHashSet<Resource>.Empty;
        var isKnown = true;
        var isSecret = false;
        var plain = Plain(PropertyEncoding.DecodeValue(value));
        return new(resources, plain, isKnown, isSecret);

        object? Plain(object? decoded)
        {
            switch (decoded)
            {
                case Unknown:
                    isKnown = false;
                    return null;
                case Secret secret:
                    isSecret = true;
                    return Plain(secret.Value);
                case OutputValue output:
                    isKnown &= output.IsKnown;
                    isSecret |= output.IsSecret;
                    resources = resources.Union(output.Dependencies.Select(urn => new DependencyResource(urn)));
                    return Plain(output.Value);
                case ResourceReference reference:
                    return new DependencyResource(reference.Urn);
                case ImmutableArray<object?> list:
                    return list.Select(Plain).ToImmutableArray();
                case ImmutableDictionary<string, object?> map:
                    // The bridge's own bookkeeping, "__defaults" for one, is no part of a value.
                    return map.Where(pair => !pair.Key.StartsWith("__", StringComparison.Ordinal))
                        .ToImmutableDictionary(pair => pair.Key, pair => Plain(pair.Value));
                default:
                    return decoded;
            }
        }
    }
}
