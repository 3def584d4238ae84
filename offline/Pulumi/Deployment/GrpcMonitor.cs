using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;
using Wire;

namespace Pulumi;

/// <summary>The engine's resource monitor, over the wire.</summary>
internal sealed class GrpcMonitor(string address) : IMonitor
{
    // Lives as long as the program.
    private readonly ResourceMonitor.ResourceMonitorClient client = new(EngineChannel.To(address));

    public Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request) =>
        client.RegisterResourceAsync(request).ResponseAsync;

    public Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request) =>
        client.ReadResourceAsync(request).ResponseAsync;

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) =>
        client.RegisterResourceOutputsAsync(request).ResponseAsync;

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) => client.InvokeAsync(request).ResponseAsync;

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await client.SignalAndWaitForShutdownAsync(new Empty()).ConfigureAwait(false);
        }
        catch (RpcException old) when (old.StatusCode == StatusCode.Unimplemented)
        {
            // An engine from before this call goes by the program's exit alone.
        }
    }
}
