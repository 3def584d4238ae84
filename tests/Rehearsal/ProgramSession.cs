using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Pulumirpc;
using Wire;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>One run of a scripted program: what it says to its engine, as an SDK would say it.</summary>
internal sealed class ProgramSession(ImmutableDictionary<string, string> environment) : IDisposable
{
    private readonly GrpcChannel channel = EngineChannel.To(environment["PULUMI_MONITOR"]);
    private string stackUrn = "";

    private ResourceMonitor.ResourceMonitorClient Monitor => new(channel);

    /// <summary>Registers a resource: a custom one of a provider, or a component of any other package.</summary>
    public async Task<Registered> RegisterAsync(
        string type,
        string name,
        object? inputs = null,
        Action<RegisterResourceRequest>? options = null)
    {
        var request = new RegisterResourceRequest
        {
            Type = type,
            Name = name,
            Parent = stackUrn,
            Custom = type.StartsWith("aws:", StringComparison.Ordinal) || type.StartsWith("random:", StringComparison.Ordinal)
                || type.StartsWith("pulumi:providers:", StringComparison.Ordinal),
            AcceptSecrets = true,
            Object = new Struct(),
        };
        foreach (var (input, value) in Properties(inputs))
        {
            if (value is From { Resource: var resource })
            {
                request.Dependencies.Add(resource.Urn);
                request.PropertyDependencies[input] = new RegisterResourceRequest.Types.PropertyDependencies { Urns = { resource.Urn } };
            }

            request.Object.Fields[input] = PropertyEncoding.EncodeValue(value is From from ? from.Value : value);
        }

        options?.Invoke(request);
        var response = await Monitor.RegisterResourceAsync(request);
        if (type == "pulumi:pulumi:Stack")
        {
            stackUrn = response.Urn;
        }

        return new Registered(response.Urn, response.Id, PropertyEncoding.Decode(response.Object), response.Result, response.Unknown);
    }

    public Task<Registered> RoleAsync(string name, object? more = null, Action<RegisterResourceRequest>? options = null) =>
        RegisterAsync("aws:iam/role:Role", name, Properties(more).Add("assumeRolePolicy", TrustPolicy), options);

    public Task<Registered> RolePolicyAsync(string name, Registered role, Action<RegisterResourceRequest>? options = null) =>
        RegisterAsync("aws:iam/rolePolicy:RolePolicy", name, new { role = role.Output("name"), policy = ReadPolicy }, options);

    public Task OutputsAsync(object outputs) => Monitor.RegisterResourceOutputsAsync(
        new RegisterResourceOutputsRequest { Urn = stackUrn, Outputs = PropertyEncoding.Encode(Properties(outputs)) }).ResponseAsync;

    public async Task<ImmutableDictionary<string, object?>> ReadAsync(string type, string name, string id)
    {
        var request = new ReadResourceRequest { Type = type, Name = name, Id = id, Parent = stackUrn };
        var response = await Monitor.ReadResourceAsync(request);
        return PropertyEncoding.Decode(response.Properties);
    }

    public async Task<ImmutableDictionary<string, object?>> InvokeAsync(string token, object? arguments = null)
    {
        var request = new ResourceInvokeRequest { Tok = token, Args = PropertyEncoding.Encode(Properties(arguments)) };
        var response = await Monitor.InvokeAsync(request);
        return PropertyEncoding.Decode(response.Return);
    }

    public void Dispose() => channel.Dispose();

    public const string TrustPolicy =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"""
            + """{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    public const string ReadPolicy =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}]}""";

    private static ImmutableDictionary<string, object?> Properties(object? inputs) => inputs switch
    {
        null => ImmutableDictionary<string, object?>.Empty,
        ImmutableDictionary<string, object?> map => map,
        _ => inputs.GetType().GetProperties().ToImmutableDictionary(property => property.Name, property => property.GetValue(inputs)),
    };
}

/// <summary>A resource as the engine answered its registration.</summary>
internal sealed record Registered(string Urn, string Id, ImmutableDictionary<string, object?> Outputs, Result Result, bool IsUnknown)
{
    /// <summary>An output, to be an input of another resource.</summary>
    public From Output(string name) => new(this, Outputs.GetValueOrDefault(name, Unknown.Instance));
}

/// <summary>A value that comes from a resource.</summary>
internal sealed record From(Registered Resource, object? Value);
