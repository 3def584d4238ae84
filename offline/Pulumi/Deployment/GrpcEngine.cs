using Pulumirpc;
using Wire;

namespace Pulumi;

/// <summary>The engine that hears a program's messages, over the wire.</summary>
internal sealed class GrpcEngine(string address) : IEngine
{
    // Lives as long as the program.
    private readonly Engine.EngineClient client = new(EngineChannel.To(address));

    public Task LogAsync(LogRequest request) => client.LogAsync(request).ResponseAsync;
}
