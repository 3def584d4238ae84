using System.Diagnostics.CodeAnalysis;
using Google.Protobuf.WellKnownTypes;
using Wire;
using Wire.Protocol;

namespace Pulumi;

/// <summary>The engine that hears a program's messages, over the wire.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The client lives as long as the program.")]
internal sealed class GrpcEngine(string address) : IEngine
{
    private readonly GrpcClient client = new(address);

    public Task LogAsync(LogRequest request) => client.CallAsync("/pulumirpc.Engine/Log", request, Empty.Parser);
}
