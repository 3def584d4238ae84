using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Rehearsal.Engine;

/// <summary>The engine's side of the wire during one update, as far as the program's resources go.</summary>
/// <param name="update">The update that the program takes part in.</param>
internal sealed class Monitor(Update update) : ResourceMonitor.ResourceMonitorBase
{
    private static readonly ImmutableHashSet<string> Features = ["secrets", "resourceReferences", "outputValues", "aliasSpecs"];

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context) =>
        Task.FromResult(new SupportsFeatureResponse { HasSupport = Features.Contains(request.Id) });

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) =>
        Invokes.CallAsync(update, request);

    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context) =>
        update.ReadAsync(request);

    public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context) =>
        update.RegisterAsync(request);

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context)
    {
        update.RegisterOutputs(request);
        return Task.FromResult(new Empty());
    }

    public override Task<RegisterPackageResponse> RegisterPackage(RegisterPackageRequest request, ServerCallContext context) =>
        Task.FromResult(new RegisterPackageResponse { Ref = $"{request.Name}@{request.Version}" });

    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context) => Task.FromResult(request);
}
