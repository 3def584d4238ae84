using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Wire;
using Wire.Protocol;

namespace Pulumi;

/// <summary>The engine's resource monitor, over the wire.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The client lives as long as the program.")]
internal sealed class GrpcMonitor(string address) : IMonitor
{
    private readonly GrpcClient client = new(address);

    public Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request) =>
        CallAsync("RegisterResource", request, RegisterResourceResponse.Parser);

    public Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request) =>
        CallAsync("ReadResource", request, ReadResourceResponse.Parser);

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) =>
        CallAsync("RegisterResourceOutputs", request, Empty.Parser);

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) =>
        CallAsync("Invoke", request, ResourceInvokeResponse.Parser);

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await CallAsync("SignalAndWaitForShutdown", new Empty(), Empty.Parser).ConfigureAwait(false);
        }
        catch (GrpcException old) when (old.Status == GrpcStatus.Unimplemented)
        {
            // An engine from before this call goes by the program's exit alone.
        }
    }

    private Task<T> CallAsync<T>(string method, IMessage request, MessageParser<T> parser)
        where T : IMessage<T> => client.CallAsync($"/pulumirpc.ResourceMonitor/{method}", request, parser);
}
