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
        var (converted, fault) = TryConvert(value, target, context, warn);
        if (fault is not null)
        {
            warn(fault);
        }

        return converted;
    }

    private static (object? Value, string? Fault) TryConvert(object? value, Type target, string context, Action<string> warn)
    {
        if (value is null)
        {
            return (target.IsValueType ? Activator.CreateInstance(target) : null, null);
        }

        if (Nullable.GetUnderlyingType(target) is { } underlying)
        {
            return TryConvert(value, underlying, context, warn);
        }

        if (target == typeof(int))
        {
            return value is double number ? ((int)number, null) : Misfit(typeof(double));
        }

        if (target.IsInstanceOfType(value))
        {
            return (value, null);
        }

        if (target.IsConstructedGenericType)
        {
            var definition = target.GetGenericTypeDefinition();
            if (definition == typeof(Union<,>))
            {
                return Union(value, target, context, warn);
            }

            if (definition == typeof(ImmutableArray<>))
            {
                return value is ImmutableArray<object?> list ? (Generic(nameof(List), list), null) : Misfit(typeof(ImmutableArray<object>));
            }

            if (definition == typeof(ImmutableDictionary<,>))
            {
                return value is ImmutableDictionary<string, object?> map
                    ? (Generic(nameof(Map), map), null)
                    : Misfit(typeof(ImmutableDictionary<string, object>));
            }
        }

        if (target.IsDefined(typeof(EnumTypeAttribute)))
        {
            var constructor = target.GetConstructor(
                BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance, [value.GetType()]);
            return constructor is null ? Misfit(typeof(string)) : (constructor.Invoke([value]), null);
        }

        if (target.IsDefined(typeof(OutputTypeAttribute)))
        {
            return value is ImmutableDictionary<string, object?> properties
                ? (Construct(properties, target, warn), null)
                : Misfit(typeof(ImmutableDictionary<string, object>));
        }

        return Misfit(target);

        (object?, string?) Misfit(Type expected) =>
            (
                target.IsValueType ? Activator.CreateInstance(target) : null,
                $"Expected {expected.FullName} but got {value.GetType().FullName} deserializing {context}");

        object? Generic(string method, object argument) => Collections
            .GetOrAdd(target, static (type, name) => typeof(Converter)
                .GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GenericTypeArguments[^1]), method)
            .Invoke(null, [argument, context, warn]);
    }

    private static ImmutableArray<T> List<T>(ImmutableArray<object?> list, string context, Action<string> warn) =>
        [.. list.Select(element => (T)Convert(element, typeof(T), context, warn)!)];

    private static ImmutableDictionary<string, T> Map<T>(ImmutableDictionary<string, object?> map, string context, Action<string> warn) =>
        map.ToImmutableDictionary(pair => pair.Key, pair => (T)Convert(pair.Value, typeof(T), context, warn)!);

    private static (object?, string?) Union(object value, Type target, string context, Action<string> warn)
    {
        var fault = "";
        foreach (var (type, index) in target.GenericTypeArguments.Select((type, index) => (type, index)))
        {
            (var converted, fault) = TryConvert(value, type, $"{context}.AsT{index}", warn);
            if (fault is null)
            {
                return (target.GetMethod($"FromT{index}")!.Invoke(null, [converted]), null);
            }
        }

        return (Activator.CreateInstance(target), fault);
    }

    private static object Construct(ImmutableDictionary<string, object?> properties, Type target, Action<string> warn)
    {
        var constructors = target.GetConstructors(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance);
        var constructor = constructors.SingleOrDefault(candidate => candidate.IsDefined(typeof(OutputConstructorAttribute)))
            ?? constructors.Single(candidate => candidate.IsPublic);
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Convert(
            properties.GetValueOrDefault(parameter.Name!), parameter.ParameterType, $"{target.FullName}({parameter.Name})", warn))]);
    }
}
