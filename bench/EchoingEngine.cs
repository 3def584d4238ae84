using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;
using Wire;

namespace SageMakerIam.Bench;

/// <summary>An engine that does nothing but answer: a resource's outputs are its inputs and what AWS always adds.</summary>
internal sealed class EchoingEngine : ResourceMonitor.ResourceMonitorBase, IAsyncDisposable
{
    private const string Stack = "urn:pulumi:bench::sagemaker-iam::pulumi:pulumi:Stack::sagemaker-iam-bench";

    private static readonly ImmutableDictionary<string, object?> Answers = ImmutableDictionary<string, object?>.Empty
        .Add("accountId", Team.Account.AccountId)
        .Add("partition", Team.Account.Partition);

    // A stack that was never updated.
    private static readonly ImmutableDictionary<string, object?> StackReference = ImmutableDictionary<string, object?>.Empty
        .Add("name", "organization/sagemaker-iam/bench")
        .Add("outputs", ImmutableDictionary<string, object?>.Empty)
        .Add("secretOutputNames", ImmutableArray<object?>.Empty);

    private readonly ProgramLog log = new();
    private EngineServer? server;
    private int registered;

    /// <summary>The engine's <c>host:port</c>.</summary>
    public string Address => server!.Address;

    /// <summary>How many resources were registered so far, stacks among them.</summary>
    public int Registered => registered;

    public static async Task<EchoingEngine> StartAsync()
    {
        var engine = new EchoingEngine();
        engine.server = await EngineServer.StartAsync(engine, engine.log);
        return engine;
    }

    /// <summary>The error that a program logged last; it goes on to log what is none.</summary>
    public string LastError => log.LastError;

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context) =>
        Task.FromResult(new SupportsFeatureResponse { HasSupport = true });

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) =>
        Task.FromResult(new ResourceInvokeResponse { Return = PropertyEncoding.Encode(Answers) });

    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context) =>
        Task.FromResult(new ReadResourceResponse { Urn = Stack, Properties = PropertyEncoding.Encode(StackReference) });

    public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context)
    {
        Interlocked.Increment(ref registered);
        var outputs = request.Object.Clone();
        outputs.Fields["arn"] = Value.ForString($"arn:aws:iam::{Team.Account.AccountId}:role/{request.Name}");
        outputs.Fields["name"] = Value.ForString(request.Name);
        outputs.Fields["createDate"] = Value.ForString("2026-11-21T00:00:00Z");
        return Task.FromResult(new RegisterResourceResponse
        {
            Urn = $"urn:pulumi:bench::sagemaker-iam::{request.Type}::{request.Name}",
            Id = request.Custom ? request.Name : "",
            Object = outputs,
        });
    }

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context) =>
        Task.FromResult(new Empty());

    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context) => Task.FromResult(request);

    private sealed class ProgramLog : Engine.EngineBase
    {
        public string LastError { get; private set; } = "";

        public override Task<Empty> Log(LogRequest request, ServerCallContext context)
        {
            if (request.Severity == LogSeverity.Error)
            {
                LastError = request.Message;
            }

            return Task.FromResult(new Empty());
        }
    }
}
