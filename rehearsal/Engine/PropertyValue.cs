using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Wire;

namespace Rehearsal.Engine;

/// <summary>What can be asked of a single property value, as <see cref="PropertyEncoding"/> decodes it.</summary>
internal static class PropertyValue
{
    /// <summary>What stands in the place of a secret wherever secrets are not asked for.</summary>
    public const string Masked = "[secret]";

    /// <summary>The value without its marks: secrets are opened, outputs are their values, references are ids or URNs.</summary>
    public static object? Plain(object? value) => value switch
    {
        Secret secret => Plain(secret.Value),
        OutputValue { IsKnown: false } => Unknown.Instance,
        OutputValue output => Plain(output.Value),
        ResourceReference { Id: null } reference => reference.Urn,
        ResourceReference reference => Plain(reference.Id),
        ImmutableArray<object?> list => list.Select(Plain).ToImmutableArray(),
        ImmutableDictionary<string, object?> map => map.ToImmutableDictionary(entry => entry.Key, entry => Plain(entry.Value)),
        _ => value,
    };

    /// <summary>The value with its outputs resolved, its secrets still marked.</summary>
    public static object? WithSecrets(object? value) => value switch
    {
        Secret secret => new Secret(Plain(secret.Value)),
        OutputValue { IsSecret: true } output => new Secret(output.IsKnown ? Plain(output.Value) : Unknown.Instance),
        OutputValue or ResourceReference => Plain(value),
        ImmutableArray<object?> list => list.Select(WithSecrets).ToImmutableArray(),
        ImmutableDictionary<string, object?> map => map.ToImmutableDictionary(entry => entry.Key, entry => WithSecrets(entry.Value)),
        _ => value,
    };

    /// <summary>The value with every secret in it masked.</summary>
    public static object? Mask(object? value) => value switch
    {
        Secret or OutputValue { IsSecret: true } => Masked,
        ImmutableArray<object?> list => list.Select(Mask).ToImmutableArray(),
        ImmutableDictionary<string, object?> map => map.ToImmutableDictionary(entry => entry.Key, entry => Mask(entry.Value)),
        _ => Plain(value),
    };

    /// <summary>Whether the value, or a part of it, is secret.</summary>
    public static bool ContainsSecret(object? value) => value switch
    {
        Secret or OutputValue { IsSecret: true } => true,
        OutputValue output => ContainsSecret(output.Value),
        ImmutableArray<object?> list => list.Any(ContainsSecret),
        ImmutableDictionary<string, object?> map => map.Values.Any(ContainsSecret),
        _ => false,
    };

    /// <summary>Whether the plain value, or a part of it, is unknown.</summary>
    public static bool ContainsUnknown(object? value) => value switch
    {
        Unknown => true,
        ImmutableArray<object?> list => list.Any(ContainsUnknown),
        ImmutableDictionary<string, object?> map => map.Values.Any(ContainsUnknown),
        _ => false,
    };

    /// <summary>Whether two plain values are the same; an unknown value is the same as none.</summary>
    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (Unknown, _) or (_, Unknown) => false,
        (ImmutableArray<object?> a, ImmutableArray<object?> b) => a.Length == b.Length
            && a.Zip(b).All(pair => AreEqual(pair.First, pair.Second)),
        (ImmutableDictionary<string, object?> a, ImmutableDictionary<string, object?> b) =>
            a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out var other) && AreEqual(entry.Value, other)),
        _ => Equals(left, right),
    };

    /// <summary>A plain value as JSON, the entries of objects in alphabetical order.</summary>
    public static JsonNode? ToJson(object? value) => value switch
    {
        bool boolean => boolean,
        double number when double.IsInteger(number) => (long)number,
        double number => number,
        string text => text,
        Unknown => "[unknown]",
        ImmutableArray<object?> list => new JsonArray([.. list.Select(ToJson)]),
        ImmutableDictionary<string, object?> map => new JsonObject(
            map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value)))),
        _ => null,
    };

    /// <summary>JSON as a plain value.</summary>
    public static object? FromJson(JsonNode? json) => json switch
    {
        JsonObject map => map.ToImmutableDictionary(entry => entry.Key, entry => FromJson(entry.Value)),
        JsonArray list => list.Select(FromJson).ToImmutableArray(),
        JsonValue scalar when scalar.TryGetValue<bool>(out var boolean) => boolean,
        JsonValue scalar when scalar.TryGetValue<double>(out var number) => number,
        JsonValue scalar => (string?)scalar,
        null => null,
        _ => throw new ArgumentException($"JSON of kind {json.GetValueKind()} has no place in a property.", nameof(json)),
    };
}
