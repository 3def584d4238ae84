using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The output properties of one resource, open until the engine has answered.</summary>
internal sealed class ResourceOutputs
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<OutputProperty>> Properties = [];

    private readonly ImmutableArray<(string Name, IOutputSource Source)> sources;

    private ResourceOutputs(ImmutableArray<(string, IOutputSource)> sources) => this.sources = sources;

    /// <summary>What a resource has that will never be registered.</summary>
    public static ResourceOutputs None { get; } = new([]);

    /// <summary>Gives each output property of a resource an open output.</summary>
    public static ResourceOutputs Create(Resource resource) => new(
    [
        .. Properties.GetOrAdd(resource.GetType(), FindProperties).Select(property => (property.Name, property.Open(resource))),
    ]);

    /// <summary>Closes the outputs with the engine's answer.</summary>
    /// <param name="urn">The resource's URN.</param>
    /// <param name="id">The resource's id; empty when it has none yet.</param>
    /// <param name="values">The values by the names they have on the wire.</param>
    /// <param name="missingAreKnown">Whether an output without a value is known to be null.</param>
    /// <param name="warn">Hears of values that do not fit their property.</param>
    public void Complete(
        string urn, string id, IReadOnlyDictionary<string, OutputData<object?>> values, bool missingAreKnown, Action<string> warn)
    {
        foreach (var (name, source) in sources)
        {
            source.Complete(name switch
            {
                "urn" => OutputData<object?>.Known(urn),
                "id" => OutputData<object?>.Known(id) with { IsKnown = id.Length > 0 },
                _ when values.TryGetValue(name, out var value) => value,
                _ => OutputData<object?>.Known(null) with { IsKnown = missingAreKnown },
            }, warn);
        }
    }

    /// <summary>Fails the outputs, so that nothing waits for them.</summary>
    public void Fail(Exception reason)
    {
        foreach (var (_, source) in sources)
        {
            source.Fail(reason);
        }
    }

    private static ImmutableArray<OutputProperty> FindProperties(Type type) =>
    [
        .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           let output = property.GetCustomAttribute<OutputAttribute>()
           where output is not null
           // A component assigns its own outputs.
           where property.DeclaringType == typeof(Resource) || !type.IsSubclassOf(typeof(ComponentResource))
           select new OutputProperty(output.Name ?? property.Name, property),
    ];

    private interface IOutputSource
    {
        void Complete(OutputData<object?> data, Action<string> warn);

        void Fail(Exception reason);
    }

    private sealed class OutputProperty(string name, PropertyInfo property)
    {
        // The setter is private to the class that declares the property.
        private readonly PropertyInfo declared = property.DeclaringType!.GetProperty(property.Name)!;

        private readonly ConstructorInfo source =
            typeof(OutputSource<>).MakeGenericType(property.PropertyType.GenericTypeArguments).GetConstructors().Single();

        public string Name => name;

        public IOutputSource Open(Resource resource) => (IOutputSource)source.Invoke([resource, declared]);
    }

    private sealed class OutputSource<T> : IOutputSource
    {
        private readonly Resource resource;
        private readonly TaskCompletionSource<OutputData<T>> completion = new();

        public OutputSource(Resource resource, PropertyInfo property)
        {
            this.resource = resource;
            property.SetValue(resource, new Output<T>(completion.Task));
        }

        public void Complete(OutputData<object?> data, Action<string> warn)
        {
            var value = Converter.Convert(data.Value, typeof(T), $"{resource.GetType().FullName}", warn);
            completion.TrySetResult(new(data.Resources.Add(resource), (T)value!, data.IsKnown, data.IsSecret));
        }

        public void Fail(Exception reason) => completion.TrySetException(reason);
    }
}
