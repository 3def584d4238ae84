using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Wire;

namespace Pulumi.Serialization;

/// <summary>Turns what a program passes to a resource into property values (see <see cref="PropertyEncoding"/>).</summary>
internal sealed class Serializer
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<FieldInfo>> OutputTypeFields = [];

    /// <summary>The resources that the values come from.</summary>
    public HashSet<Resource> Dependencies { get; } = [];

    /// <exception cref="InvalidOperationException">A value is of a type that no resource takes.</exception>
    public async Task<object?> SerializeAsync(object? value)
    {
        switch (value)
        {
            case null or bool or int or double or string:
                return value;
            case InputArgs args:
                return await SerializeMapAsync(args.ToProperties()).ConfigureAwait(false);
            case IInput input:
                return await SerializeAsync(input.Elements).ConfigureAwait(false);
            case IOutput output:
                return await SerializeOutputAsync(output).ConfigureAwait(false);
            case IUnion union:
                return await SerializeAsync(union.Value).ConfigureAwait(false);
            case CustomResource resource:
                Dependencies.Add(resource);
                return new ResourceReference(
                    await UrnAsync(resource).ConfigureAwait(false),
                    await resource.Id.GetValueAsync(whenUnknown: "").ConfigureAwait(false));
            case Resource component:
                return new ResourceReference(await UrnAsync(component).ConfigureAwait(false), Id: null);
            case IDictionary map:
                return await SerializeMapAsync(Pairs(map)).ConfigureAwait(false);
            case IList list:
                return await SerializeListAsync(list).ConfigureAwait(false);
            case Task:
                throw new InvalidOperationException("Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output");
            case Enum number:
                return Convert.ToInt32(number, provider: null);
            case ValueTuple:
                return null;
            default:
                return await SerializeMarkedAsync(value).ConfigureAwait(false);
        }
    }

    /// <summary>Serializes a map; what is null has no place in it.</summary>
    public async Task<ImmutableDictionary<string, object?>> SerializeMapAsync(IEnumerable<KeyValuePair<string, object?>> map)
    {
        var serialized = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (name, value) in map)
        {
            if (await SerializeAsync(value).ConfigureAwait(false) is { } known)
            {
                serialized[name] = known;
            }
        }

        return serialized.ToImmutable();
    }

    private static IEnumerable<KeyValuePair<string, object?>> Pairs(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return entry.Key is string name
                ? KeyValuePair.Create(name, entry.Value)
                : throw new InvalidOperationException("Dictionaries are only supported with string keys");
        }
    }

    private async Task<string> UrnAsync(Resource resource)
    {
        var data = await resource.Urn.Data.ConfigureAwait(false);
        Dependencies.UnionWith(data.Resources);
        return data.Value;
    }

    private async Task<object?> SerializeOutputAsync(IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        Dependencies.UnionWith(data.Resources);
        if (!data.IsKnown)
        {
            return Unknown.Instance;
        }

        var value = await SerializeAsync(data.Value).ConfigureAwait(false);
        return data.IsSecret ? new Secret(value) : value;
    }

    private async Task<object?> SerializeListAsync(IList list)
    {
        // A default ImmutableArray has no elements to count.
        if (list is IStructuralEquatable and not Array && list.Equals(Activator.CreateInstance(list.GetType())))
        {
            return ImmutableArray<object?>.Empty;
        }

        var serialized = ImmutableArray.CreateBuilder<object?>(list.Count);
        foreach (var element in list)
        {
            serialized.Add(await SerializeAsync(element).ConfigureAwait(false));
        }

        return serialized.MoveToImmutable();
    }

    // Types say by an attribute that they stand for an enum, or that they are the output of a function or a resource.
    private async Task<object?> SerializeMarkedAsync(object value)
    {
        var type = value.GetType();
        if (type.IsDefined(typeof(EnumTypeAttribute)))
        {
            return type.GetMethod("op_Explicit", [type])!.Invoke(null, [value]);
        }

        if (!type.IsDefined(typeof(OutputTypeAttribute)))
        {
            throw new InvalidOperationException($"{type.FullName} is not a supported argument type.");
        }

        var fields = OutputTypeFields.GetOrAdd(type, static type => [.. type
            .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(field => field.IsInitOnly)]);
        var map = fields.Select(field => KeyValuePair.Create(
            char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field.GetValue(value)));
        return await SerializeMapAsync(map).ConfigureAwait(false);
    }
}
