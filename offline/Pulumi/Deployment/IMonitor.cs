using Pulumirpc;

namespace Pulumi;

/// <summary>The part of the engine that a program asks for resources and functions.</summary>
internal interface IMonitor
{
    Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request);

    Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request);

    Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request);

    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request);

    /// <summary>Says that the program has nothing more to ask for.</summary>
    Task SignalAndWaitForShutdownAsync();
}
