using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Pulumirpc;
using Wire;

namespace Pulumi.Testing;

/// <summary>Answers a program's requests with what the mocks say.</summary>
internal sealed class MockMonitor(IMocks mocks, string project, string stack) : IMonitor
{
    private readonly List<Resource> resources = [];

    /// <summary>What was registered or read, in that order.</summary>
    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (resources)
            {
                return [.. resources];
            }
        }
    }

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        Add(resource);
        if (request.Type == Stack.TypeToken)
        {
            return new() { Urn = NewUrn(request.Parent, request.Type, request.Name), Object = new Struct() };
        }

        var (id, state) = await mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = ToInputs(request.Object),
            Provider = request.Provider,
            Id = request.ImportId,
        }).ConfigureAwait(false);
        return new()
        {
            Urn = NewUrn(request.Parent, request.Type, request.Name),
            Id = id ?? request.ImportId,
            Object = await ToStructAsync(state).ConfigureAwait(false),
        };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
    {
        var (_, state) = await mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = ToInputs(request.Properties),
            Provider = request.Provider,
            Id = request.Id,
        }).ConfigureAwait(false);
        Add(resource);
        return new()
        {
            Urn = NewUrn(request.Parent, request.Type, request.Name),
            Properties = await ToStructAsync(state).ConfigureAwait(false),
        };
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) => Task.CompletedTask;

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        var result = await mocks.CallAsync(new MockCallArgs
        {
            Token = request.Tok,
            Args = ToInputs(request.Args),
        }).ConfigureAwait(false);
        return new() { Return = await ToStructAsync(result).ConfigureAwait(false) };
    }

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private static ImmutableDictionary<string, object> ToInputs(Struct properties)
    {
        var inputs = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, value) in properties.Fields)
        {
            if (Deserializer.Deserialize(value) is { IsKnown: true, Value: { } known })
            {
                inputs.Add(name, known);
            }
        }

        return inputs.ToImmutable();
    }

    private static async Task<Struct> ToStructAsync(object state)
    {
        var serialized = await new Serializer().SerializeAsync(state).ConfigureAwait(false);
        return serialized is ImmutableDictionary<string, object?> properties
            ? PropertyEncoding.Encode(properties)
            : throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type");
    }

    private void Add(Resource resource)
    {
        lock (resources)
        {
            resources.Add(resource);
        }
    }

    // Only the outermost parent's type shows, as on the official SDK.
    private string NewUrn(string parent, string type, string name)
    {
        var qualifiedType = parent.Length == 0 ? type : $"{parent.Split("::")[2].Split('$')[0]}${type}";
        return $"urn:pulumi:{stack}::{project}::{qualifiedType}::{name}";
    }
}
