using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Wire;

/// <summary>
/// Translates property values to and from the protobuf Struct that Pulumi's protocol carries.
/// Special values are objects marked by a signature
/// (pulumi/pulumi, <c>sdk/go/common/resource/properties.go</c> and <c>plugin/rpc.go</c>).
/// </summary>
public static class PropertyEncoding
{
    private const string SignatureKey = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string OutputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    private const string ResourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
    private const string UnknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>Encodes a property map.</summary>
    /// <exception cref="ArgumentException">A value is of a type that has no place on the wire.</exception>
    public static Struct Encode(IEnumerable<KeyValuePair<string, object?>> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        var encoded = new Struct();
        foreach (var (name, value) in properties)
        {
            encoded.Fields[name] = EncodeValue(value);
        }

        return encoded;
    }

    /// <summary>Decodes a property map; a missing one is empty.</summary>
    public static ImmutableDictionary<string, object?> Decode(Struct? properties) =>
        properties is null
            ? ImmutableDictionary<string, object?>.Empty
            : properties.Fields.ToImmutableDictionary(field => field.Key, field => DecodeValue(field.Value));

    /// <summary>Encodes one property value.</summary>
    /// <exception cref="ArgumentException">The value is of a type that has no place on the wire.</exception>
    public static Value EncodeValue(object? value) => value switch
    {
        null => Value.ForNull(),
        bool boolean => Value.ForBool(boolean),
        int number => Value.ForNumber(number),
        double number => Value.ForNumber(number),
        string text => Value.ForString(text),
        Unknown => Value.ForString(UnknownString),
        Secret secret => Marked(SecretSignature, ("value", secret.Value)),
        OutputValue output => EncodeOutput(output),
        ResourceReference { Id: null } reference => Marked(ResourceSignature, ("urn", reference.Urn)),
        ResourceReference reference => Marked(ResourceSignature, ("urn", reference.Urn), ("id", reference.Id)),
        IEnumerable<KeyValuePair<string, object?>> map => Value.ForStruct(Encode(map)),
        IEnumerable<object?> list => Value.ForList([.. list.Select(EncodeValue)]),
        _ => throw new ArgumentException($"A value of type {value.GetType()} has no place on the wire.", nameof(value)),
    };

    /// <summary>Decodes one property value.</summary>
    public static object? DecodeValue(Value value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.KindCase switch
        {
            Value.KindOneofCase.BoolValue => value.BoolValue,
            Value.KindOneofCase.NumberValue => value.NumberValue,
            Value.KindOneofCase.StringValue when value.StringValue == UnknownString => Unknown.Instance,
            Value.KindOneofCase.StringValue => value.StringValue,
            Value.KindOneofCase.ListValue => value.ListValue.Values.Select(DecodeValue).ToImmutableArray(),
            Value.KindOneofCase.StructValue => DecodeObject(value.StructValue),
            _ => null,
        };
    }

    private static object? DecodeObject(Struct fields) => Text(fields, SignatureKey) switch
    {
        SecretSignature => new Secret(Field(fields, "value")),
        OutputSignature => new OutputValue(
            Field(fields, "value"),
            fields.Fields.ContainsKey("value"),
            Field(fields, "secret") is true,
            Field(fields, "dependencies") is ImmutableArray<object?> urns ? [.. urns.OfType<string>()] : []),
        ResourceSignature => new ResourceReference(Text(fields, "urn") ?? "", Field(fields, "id")),
        _ => Decode(fields),
    };

    private static Value EncodeOutput(OutputValue output)
    {
        var fields = new List<(string, object?)>();
        if (output.IsKnown)
        {
            fields.Add(("value", output.Value));
        }

        if (output.IsSecret)
        {
            fields.Add(("secret", true));
        }

        if (!output.Dependencies.IsDefaultOrEmpty)
        {
            fields.Add(("dependencies", output.Dependencies.Cast<object?>()));
        }

        return Marked(OutputSignature, [.. fields]);
    }

    private static Value Marked(string signature, params (string Name, object? Value)[] fields) => Value.ForStruct(
        Encode(fields
            .Select(field => KeyValuePair.Create(field.Name, field.Value))
            .Prepend(KeyValuePair.Create(SignatureKey, (object?)signature))));

    private static object? Field(Struct fields, string name) =>
        fields.Fields.TryGetValue(name, out var value) ? DecodeValue(value) : null;

    private static string? Text(Struct fields, string name) =>
        fields.Fields.TryGetValue(name, out var value) && value.KindCase == Value.KindOneofCase.StringValue
            ? value.StringValue
            : null;
}
