using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Rehearsal.Engine;

/// <summary>The engine's side of the wire during one update, as far as what the program says goes.</summary>
/// <param name="stackUrn">Says the URN of the stack; empty until the program has registered it.</param>
internal sealed class ProgramLog(Func<string> stackUrn) : Pulumirpc.Engine.EngineBase
{
    private readonly ConcurrentQueue<string> warnings = new();
    private readonly ConcurrentQueue<string> errors = new();

    /// <summary>The warnings that the program logged.</summary>
    public ImmutableArray<string> Warnings => [.. warnings];

    /// <summary>The errors that the program logged.</summary>
    public ImmutableArray<string> Errors => [.. errors];

    public override Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        if (request.Severity == LogSeverity.Warning)
        {
            warnings.Enqueue(request.Message);
        }
        else if (request.Severity == LogSeverity.Error)
        {
            errors.Enqueue(request.Message);
        }

        return Task.FromResult(new Empty());
    }

    public override Task<GetRootResourceResponse> GetRootResource(GetRootResourceRequest request, ServerCallContext context) =>
        Task.FromResult(new GetRootResourceResponse { Urn = stackUrn() });

    public override Task<SetRootResourceResponse> SetRootResource(SetRootResourceRequest request, ServerCallContext context) =>
        Task.FromResult(new SetRootResourceResponse());

    public override Task<RequirePulumiVersionResponse> RequirePulumiVersion(
        RequirePulumiVersionRequest request, ServerCallContext context) => Task.FromResult(new RequirePulumiVersionResponse());
}
