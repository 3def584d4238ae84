using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Wire;
using Wire.Protocol;

namespace SageMakerIam.Bench;

/// <summary>An engine that does nothing but answer: a resource's outputs are its inputs and what AWS always adds.</summary>
internal sealed class EchoingEngine : IAsyncDisposable
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

    private GrpcServer? server;
    private int registered;

    /// <summary>The engine's <c>host:port</c>.</summary>
    public string Address => server!.Address;

    /// <summary>How many resources were registered so far, stacks among them.</summary>
    public int Registered => registered;

    public static async Task<EchoingEngine> StartAsync()
    {
        var engine = new EchoingEngine();
        engine.server = await GrpcServer.StartAsync(
            Method("ResourceMonitor/SupportsFeature", SupportsFeatureRequest.Parser, _ => new SupportsFeatureResponse { HasSupport = true }),
            Method("ResourceMonitor/Invoke", ResourceInvokeRequest.Parser, _ => new ResourceInvokeResponse { Return = PropertyEncoding.Encode(Answers) }),
            Method("ResourceMonitor/ReadResource", ReadResourceRequest.Parser, _ => new ReadResourceResponse { Urn = Stack, Properties = PropertyEncoding.Encode(StackReference) }),
            Method("ResourceMonitor/RegisterResource", RegisterResourceRequest.Parser, engine.Register),
            Method("ResourceMonitor/RegisterResourceOutputs", RegisterResourceOutputsRequest.Parser, _ => new Empty()),
            Method("ResourceMonitor/SignalAndWaitForShutdown", Empty.Parser, empty => empty),
            Method("Engine/Log", LogRequest.Parser, engine.Log),
            Method("Engine/GetRootResource", GetRootResourceRequest.Parser, _ => new GetRootResourceResponse { Urn = Stack }),
            Method("Engine/SetRootResource", SetRootResourceRequest.Parser, _ => new SetRootResourceResponse()),
            Method("Engine/RequirePulumiVersion", RequirePulumiVersionRequest.Parser, _ => new RequirePulumiVersionResponse()));
        return engine;
    }

    /// <summary>The error that a program logged last; it goes on to log what is none.</summary>
    public string LastError { get; private set; } = "";

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private Empty Log(LogRequest request)
    {
        if (request.Severity == LogSeverity.Error)
        {
            LastError = request.Message;
        }

        return new Empty();
    }

    private RegisterResourceResponse Register(RegisterResourceRequest request)
    {
        Interlocked.Increment(ref registered);
        var outputs = request.Object.Clone();
        outputs.Fields["arn"] = Value.ForString($"arn:aws:iam::{Team.Account.AccountId}:role/{request.Name}");
        outputs.Fields["name"] = Value.ForString(request.Name);
        outputs.Fields["createDate"] = Value.ForString("2026-11-21T00:00:00Z");
        return new RegisterResourceResponse { Urn = $"urn:pulumi:bench::sagemaker-iam::{request.Type}::{request.Name}", Id = request.Custom ? request.Name : "", Object = outputs };
    }

    private static GrpcMethod Method<TRequest, TResponse>(string path, Google.Protobuf.MessageParser<TRequest> parser, Func<TRequest, TResponse> answer)
        where TRequest : Google.Protobuf.IMessage<TRequest>
        where TResponse : Google.Protobuf.IMessage<TResponse> =>
        GrpcMethod.Unary($"/pulumirpc.{path}", parser, request => Task.FromResult(answer(request)));
}
