using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Writes a value as JSON together with the outputs and inputs inside it.</summary>
internal static class OutputJson
{
    [SuppressMessage("Performance", "CA1869", Justification = "Each attempt has a converter of its own.")]
    public static async Task<OutputData<string>> SerializeAsync<T>(Output<T> value, JsonSerializerOptions? options)
    {
        var data = await value.Data.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return new(data.Resources, "", IsKnown: false, data.IsSecret);
        }

        // A converter cannot wait, so an output that is still open ends the attempt and is awaited before the next one.
        while (true)
        {
            var nested = new NestedOutputConverter();
            var attempt = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
            attempt.Converters.Add(nested);
            var json = JsonSerializer.Serialize(data.Value, attempt);
            if (nested.Pending.Count == 0)
            {
                return new(
                    data.Resources.Union(nested.Resources),
                    nested.SeenUnknown ? "" : json,
                    !nested.SeenUnknown,
                    data.IsSecret || nested.SeenSecret);
            }

            await Task.WhenAll(nested.Pending).ConfigureAwait(false);
        }
    }

    private sealed class NestedOutputConverter : JsonConverterFactory
    {
        public List<Task> Pending { get; } = [];

        public HashSet<Resource> Resources { get; } = [];

        public bool SeenUnknown { get; private set; }

        public bool SeenSecret { get; private set; }

        public override bool CanConvert(Type typeToConvert) => ValueType(typeToConvert) is not null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(
                typeof(Converter<,>).MakeGenericType(typeToConvert, ValueType(typeToConvert)!), this)!;

        private static Type? ValueType(Type type)
        {
            for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
            {
                if (candidate.IsConstructedGenericType
                    && (candidate.GetGenericTypeDefinition() == typeof(Output<>)
                        || candidate.GetGenericTypeDefinition() == typeof(Input<>)))
                {
                    return candidate.GenericTypeArguments[0];
                }
            }

            return null;
        }

        private sealed class Converter<TOutput, TValue>(NestedOutputConverter seen) : JsonConverter<TOutput>
        {
            public override TOutput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                throw new NotSupportedException($"The offline slice does not read {typeToConvert} from JSON.");

            public override void Write(Utf8JsonWriter writer, TOutput value, JsonSerializerOptions options)
            {
                var task = (value is Input<TValue> input ? input.ToOutput() : (Output<TValue>)(object)value!).Data;
                if (!task.IsCompletedSuccessfully)
                {
                    seen.Pending.Add(task);
                    writer.WriteNullValue();
                    return;
                }

                var data = task.Result;
                seen.Resources.UnionWith(data.Resources);
                seen.SeenSecret |= data.IsSecret;
                seen.SeenUnknown |= !data.IsKnown;
                if (data.IsKnown)
                {
                    // As the official SDK does it: an object is written as what it is declared to be.
                    ((JsonConverter<TValue>)options.GetConverter(typeof(TValue))).Write(writer, data.Value, options);
                }
                else
                {
                    writer.WriteNullValue();
                }
            }
        }
    }
}
