using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Gives a value off the wire the type that a program expects.</summary>
internal static class Converter
{
    private static readonly ConcurrentDictionary<Type, MethodInfo> Collections = [];

    /// <summary>Converts a value; one that does not fit is reported and becomes the type's default.</summary>
    public static object? Convert(object? value, Type target, string context, Action<string> warn)
    {
        var type = Nullable.GetUnderlyingType(target) ?? target;
        var generic = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : null;
        switch (value)
        {
            case null:
                return Default(target);
            case var fitting when type.IsInstanceOfType(fitting):
                return fitting;
            case double number when type == typeof(int):
                return (int)number;
            case ImmutableArray<object?> when generic == typeof(ImmutableArray<>):
                return Collect(nameof(List));
            case ImmutableDictionary<string, object?> when generic == typeof(ImmutableDictionary<,>):
                return Collect(nameof(Map));
            case ImmutableDictionary<string, object?> properties when type.IsDefined(typeof(OutputTypeAttribute)):
                return Construct(properties, type, warn);
            default:
                warn($"Expected {type} but got {value.GetType()} deserializing {context}");
                return Default(type);
        }

        static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

        object? Collect(string method) => Collections
            .GetOrAdd(type, static (type, name) => typeof(Converter)
                .GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GenericTypeArguments[^1]), method)
            .Invoke(null, [value, context, warn]);
    }

    private static ImmutableArray<T> List<T>(ImmutableArray<object?> list, string context, Action<string> warn) =>
        [.. list.Select(element => (T)Convert(element, typeof(T), context, warn)!)];

    private static ImmutableDictionary<string, T> Map<T>(ImmutableDictionary<string, object?> map, string context, Action<string> warn) =>
        map.ToImmutableDictionary(pair => pair.Key, pair => (T)Convert(pair.Value, typeof(T), context, warn)!);

    private static object Construct(ImmutableDictionary<string, object?> properties, Type target, Action<string> warn)
    {
        var constructor = target.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance)
            .Single(candidate => candidate.IsDefined(typeof(OutputConstructorAttribute)));
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Convert(
            properties.GetValueOrDefault(parameter.Name!), parameter.ParameterType, $"{target.FullName}({parameter.Name})", warn))]);
    }
}
