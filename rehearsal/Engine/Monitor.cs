using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Wire;
using Wire.Protocol;

namespace Rehearsal.Engine;

/// <summary>
/// The engine's side of the wire during one update: the services <c>pulumirpc.ResourceMonitor</c> and
/// <c>pulumirpc.Engine</c> (pulumi/pulumi, <c>proto/pulumi</c>).
/// </summary>
/// <param name="update">The update that the program takes part in.</param>
internal sealed class Monitor(Update update)
{
    private static readonly ImmutableHashSet<string> Features = ["secrets", "resourceReferences", "outputValues", "aliasSpecs"];

    private readonly ConcurrentQueue<string> warnings = new();
    private readonly ConcurrentQueue<string> errors = new();

    /// <summary>The warnings that the program logged.</summary>
    public ImmutableArray<string> Warnings => [.. warnings];

    /// <summary>The errors that the program logged.</summary>
    public ImmutableArray<string> Errors => [.. errors];

    /// <summary>Starts a server of both services.</summary>
    public Task<GrpcServer> StartAsync() => GrpcServer.StartAsync(
        GrpcMethod.Unary(
            "/pulumirpc.ResourceMonitor/SupportsFeature",
            SupportsFeatureRequest.Parser,
            request => Task.FromResult(new SupportsFeatureResponse { HasSupport = Features.Contains(request.Id) })),
        GrpcMethod.Unary("/pulumirpc.ResourceMonitor/Invoke", ResourceInvokeRequest.Parser, request => Invokes.CallAsync(update, request)),
        GrpcMethod.Unary("/pulumirpc.ResourceMonitor/ReadResource", ReadResourceRequest.Parser, update.ReadAsync),
        GrpcMethod.Unary("/pulumirpc.ResourceMonitor/RegisterResource", RegisterResourceRequest.Parser, update.RegisterAsync),
        GrpcMethod.Unary("/pulumirpc.ResourceMonitor/RegisterResourceOutputs", RegisterResourceOutputsRequest.Parser, request =>
        {
            update.RegisterOutputs(request);
            return Task.FromResult(new Empty());
        }),
        GrpcMethod.Unary(
            "/pulumirpc.ResourceMonitor/RegisterPackage",
            RegisterPackageRequest.Parser,
            request => Task.FromResult(new RegisterPackageResponse { Ref = $"{request.Name}@{request.Version}" })),
        GrpcMethod.Unary("/pulumirpc.ResourceMonitor/SignalAndWaitForShutdown", Empty.Parser, Task.FromResult),
        GrpcMethod.Unary("/pulumirpc.Engine/Log", LogRequest.Parser, request =>
        {
            Log(request);
            return Task.FromResult(new Empty());
        }),
        GrpcMethod.Unary(
            "/pulumirpc.Engine/GetRootResource",
            GetRootResourceRequest.Parser,
            _ => Task.FromResult(new GetRootResourceResponse { Urn = update.StackUrn })),
        GrpcMethod.Unary(
            "/pulumirpc.Engine/SetRootResource", SetRootResourceRequest.Parser, _ => Task.FromResult(new SetRootResourceResponse())),
        GrpcMethod.Unary(
            "/pulumirpc.Engine/RequirePulumiVersion",
            RequirePulumiVersionRequest.Parser,
            _ => Task.FromResult(new RequirePulumiVersionResponse())));

    private void Log(LogRequest request)
    {
        if (request.Severity == LogSeverity.Warning)
        {
            warnings.Enqueue(request.Message);
        }
        else if (request.Severity == LogSeverity.Error)
        {
            errors.Enqueue(request.Message);
        }
    }
}
