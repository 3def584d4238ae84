using System.Reflection;

namespace SageMakerIam.Tests.Offline;

/// <summary>Writes an assembly's public API as <c>offline/api</c> lists it: one line a type and one a member.</summary>
internal static class ApiListing
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>The lines of every type that another assembly sees.</summary>
    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.IsVisible).SelectMany(type => Members(type).Prepend(TypeLine(type)));

    private static string TypeLine(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return $"delegate {Name(type)}";
        }

        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var parent = type.BaseType is { } known && known != typeof(object) && known != typeof(ValueType) ? $" : {Name(known)}" : "";
        var token = Attribute(type, "ResourceTypeAttribute") is { } resourceType
            ? $" [ResourceType({Literal(resourceType.ConstructorArguments[0].Value)})]"
            : "";
        return $"{kind} {Name(type)}{parent}{token}";
    }

    private static IEnumerable<string> Members(Type type) => type.GetMembers(Declared)
        .Select(member => member switch
        {
            ConstructorInfo constructor when IsSeen(constructor)
                && !constructor.IsStatic => Line(constructor, $"ctor({Parameters(constructor)})"),
            MethodInfo method when IsSeen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) =>
                Line(
                    method,
                    $"{method.Name}{TypeArguments(method.GetGenericArguments())}({Parameters(method)}) -> {Name(method.ReturnType)}"),
            PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsSeen) =>
                Line(
                    property.GetAccessors(nonPublic: true)[0],
                    $"{property.Name}{IndexTypes(property)} {{{Accessors(property)}}} : {Name(property.PropertyType)}{Mark(property)}"),
            FieldInfo field when field.IsPublic || field.IsFamily || Mark(field).Length > 0 =>
                $"{(field.IsStatic ? "static " : "")}{Name(type)}.{field.Name} : {Name(field.FieldType)}{Mark(field)}",
            _ => null,
        })
        .OfType<string>();

    private static string Line(MethodBase member, string text) =>
        $"{(member.IsStatic ? "static " : "")}{Name(member.DeclaringType!)}.{text}";

    private static bool IsSeen(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string IndexTypes(PropertyInfo property) => property.GetIndexParameters() is { Length: > 0 } indexes
        ? $"[{string.Join(", ", indexes.Select(index => Name(index.ParameterType)))}]"
        : "";

    private static string Accessors(PropertyInfo property) => string.Join(
        ' ', new[] { IsSeen(property.GetMethod) ? "get" : null, IsSeen(property.SetMethod) ? "set" : null }.OfType<string>());

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : parameter.IsOut ? "out " : "")
        + $"{Name(parameter.ParameterType)} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {(parameter.DefaultValue is null ? "default" : Literal(parameter.DefaultValue))}" : "")));

    private static string Mark(MemberInfo member) =>
        (Attribute(member, "InputAttribute") ?? Attribute(member, "OutputAttribute")) is { } mark
            ? $" [{mark.AttributeType.Name.Replace("Attribute", "", StringComparison.Ordinal)}("
                + $"{string.Join(", ", mark.ConstructorArguments.Select(argument => Literal(argument.Value)))})]"
            : "";

    private static CustomAttributeData? Attribute(MemberInfo member, string name) =>
        member.CustomAttributes.SingleOrDefault(attribute => attribute.AttributeType.Name == name);

    private static string Literal(object? value) => value switch
    {
        string text => $"\"{text}\"",
        true => "true",
        false => "false",
        _ => $"{value}",
    };

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.HasElementType)
        {
            return Name(type.GetElementType()!) + (type.IsArray ? "[]" : "");
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Name(underlying)}?";
        }

        var name = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!;
        return name.Split('`')[0] + TypeArguments(type.GetGenericArguments());
    }

    private static string TypeArguments(Type[] arguments) =>
        arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Name))}>";
}
