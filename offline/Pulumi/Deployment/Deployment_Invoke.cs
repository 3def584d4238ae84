using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Pulumirpc;
using Wire;

namespace Pulumi;

public sealed partial class Deployment
{
    internal Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        return new(InvokeWhenKnownAsync());

        async Task<OutputData<T>> InvokeWhenKnownAsync()
        {
            var serializer = new Serializer();
            var properties = PropertyEncoding.Encode(await serializer.SerializeMapAsync(args.ToProperties()).ConfigureAwait(false));
            var dependencies = serializer.Dependencies.ToImmutableHashSet();
            if (!Deserializer.Deserialize(Value.ForStruct(properties)).IsKnown || !await ExistAsync(dependencies).ConfigureAwait(false))
            {
                return new(ImmutableHashSet<Resource>.Empty, default!, IsKnown: false, IsSecret: false);
            }

            var data = await CallAsync(token, properties, options).ConfigureAwait(false);
            return new(data.Resources.Union(dependencies), Convert<T>(token, data.Value), data.IsKnown, data.IsSecret);
        }
    }

    internal async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var properties = await new Serializer().SerializeMapAsync(args.ToProperties()).ConfigureAwait(false);
        var data = await CallAsync(token, PropertyEncoding.Encode(properties), options).ConfigureAwait(false);
        return Convert<T>(token, data.Value);
    }

    // In a preview a resource that is still to be made has no id, and a function must not be told of it.
    private static async Task<bool> ExistAsync(IEnumerable<Resource> resources)
    {
        foreach (var resource in WithChildren(resources).OfType<CustomResource>())
        {
            if (resource.Id is not null && !(await resource.Id.Data.ConfigureAwait(false)).IsKnown)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<OutputData<object?>> CallAsync(string token, Struct args, InvokeOptions? options)
    {
        var response = await monitor.InvokeAsync(new ResourceInvokeRequest
        {
            Tok = token,
            Args = args,
            Version = options?.Version ?? "",
            AcceptResources = true,
        }).ConfigureAwait(false);
        return response.Failures.Count == 0
            ? Deserializer.Deserialize(Value.ForStruct(response.Return ?? new Struct()))
            : throw new InvokeException(
                $"Invoke of '{token}' failed: "
                    + $"{string.Join("; ", response.Failures.Select(failure => $"{failure.Reason} ({failure.Property})"))}");
    }

    private T Convert<T>(string token, object? value) => (T)Converter.Convert(
        value, typeof(T), $"{token} result", fault => Logger.LogAsync(LogSeverity.Warning, fault))!;

    private sealed class InvokeException(string message) : Exception(message);
}
