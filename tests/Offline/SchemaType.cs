using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace SageMakerIam.Tests.Offline;

/// <summary>A type of a provider's .NET package, in the words of the schema that it is generated from.</summary>
internal sealed class SchemaType(Type type)
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    /// <summary>The token of a resource; null for anything else.</summary>
    public string? Token => Mark(type, "ResourceTypeAttribute") is { } mark ? (string)mark[0]! : null;

    /// <summary>The inputs of arguments.</summary>
    public IEnumerable<SchemaInput> Inputs =>
        from member in type.GetMembers(Declared)
        let mark = Mark(member, "InputAttribute")
        where mark is not null
        select new SchemaInput((string)mark[0]!, (bool)mark[1]!, (bool)mark[2]!, member);

    /// <summary>The outputs of a resource, or the fields of what an output holds, each with its type.</summary>
    public IEnumerable<(string Name, string Type)> Outputs => type.GetMembers(Declared)
        .Select(member => Mark(member, "OutputAttribute") is { } mark ? ((string)mark[0]!, NameOf(TypeOf(member)))
            : member is FieldInfo { IsPublic: true } held ? (char.ToLowerInvariant(held.Name[0]) + held.Name[1..], NameOf(held.FieldType))
            : default)
        .Where(output => output.Item1 is not null);

    /// <summary>The outputs that a resource asks to be kept secret of its own accord.</summary>
    public IEnumerable<string> SecretOutputs
    {
        get
        {
            var makeOptions = type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
                .Single(method => method.ReturnType == typeof(CustomResourceOptions));
            return ((CustomResourceOptions)makeOptions.Invoke(null, [null])!).AdditionalSecretOutputs;
        }
    }

    /// <summary>The type of a member.</summary>
    public static Type TypeOf(MemberInfo member) => member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

    /// <summary>The name that the schema has for a type.</summary>
    public static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{NameOf(value)}?";
        }

        if (type.IsGenericType)
        {
            var arguments = type.GetGenericArguments().Select(NameOf).ToList();
            return type.GetGenericTypeDefinition() switch
            {
                var generic when generic == typeof(Input<>) || generic == typeof(Output<>) => arguments[0],
                var generic when generic == typeof(InputList<>) || generic == typeof(ImmutableArray<>) || generic == typeof(List<>) =>
                    $"list<{arguments[0]}>",
                var generic when generic == typeof(InputMap<>) => $"map<{arguments[0]}>",
                var generic when generic == typeof(ImmutableDictionary<,>) || generic == typeof(Dictionary<,>) => $"map<{arguments[1]}>",
                _ => string.Join(" | ", arguments),
            };
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => "string",
            TypeCode.Boolean => "boolean",
            TypeCode.Int32 or TypeCode.Double => "number",
            _ when type == typeof(object) => "any",
            _ => OwnName(type),
        };
    }

    private static string OwnName(Type type)
    {
        var module = type.Namespace!.Split('.').Skip(2).Except(["Inputs", "Outputs"]).Select(name => name.ToLowerInvariant());
        return string.Join('.', module.Append(
            type.Name.Replace("Args", "", StringComparison.Ordinal).Replace("Result", "", StringComparison.Ordinal)));
    }

    private static object?[]? Mark(MemberInfo member, string name) =>
        member.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType.Name.EndsWith(name, StringComparison.Ordinal))
            ?.ConstructorArguments.Select(argument => argument.Value).ToArray();
}

/// <summary>An input.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="IsJson">Whether it travels as JSON text.</param>
/// <param name="Member">The property or field that holds it.</param>
internal sealed record SchemaInput(string Name, bool IsRequired, bool IsJson, MemberInfo Member)
{
    /// <summary>Whether the input is secret whatever it is given: its property then marks the field that holds it.</summary>
    public bool IsSecret =>
        Member is FieldInfo { FieldType: { IsGenericType: true } held } && held.GetGenericTypeDefinition() == typeof(Input<>);

    /// <summary>What arguments hold of it; null while it is not set.</summary>
    public object? Get(object arguments) =>
        Member is PropertyInfo property ? property.GetValue(arguments) : ((FieldInfo)Member).GetValue(arguments);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}{(IsRequired ? "" : "?")}: {SchemaType.NameOf(SchemaType.TypeOf(Member)).TrimEnd('?')}";
}
