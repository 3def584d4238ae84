using System.Collections;
using System.Collections.Immutable;
using Wire;

namespace Pulumi.Serialization;

/// <summary>Turns what a program passes to a resource into property values (see <see cref="PropertyEncoding"/>).</summary>
internal sealed class Serializer
{
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
            case IDictionary map:
                return await SerializeMapAsync(Pairs(map)).ConfigureAwait(false);
            case IList list:
                return await SerializeListAsync(list).ConfigureAwait(false);
            case Task:
                throw new InvalidOperationException("Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output");
            default:
                throw new InvalidOperationException($"{value.GetType().FullName} is not a supported argument type.");
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
}
