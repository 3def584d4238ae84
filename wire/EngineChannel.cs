using Grpc.Net.Client;

namespace Wire;

/// <summary>The way of a program to its engine.</summary>
public static class EngineChannel
{
    /// <summary>The size of the largest message, in bytes (pulumi/pulumi, <c>sdk/go/common/util/rpcutil</c>: 400 MB).</summary>
    internal const int MaxMessageSize = 400 * 1024 * 1024;

    /// <summary>Opens a channel; it connects at its first call.</summary>
    /// <param name="address">The engine's <c>host:port</c>, as <c>PULUMI_MONITOR</c> and <c>PULUMI_ENGINE</c> give it.</param>
    public static GrpcChannel To(string address) => GrpcChannel.ForAddress($"http://{address}", new GrpcChannelOptions
    {
        // A client of its own spares the start of a program gRPC's look for the server among several.
        HttpClient = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan },
        DisposeHttpClient = true,
        MaxReceiveMessageSize = MaxMessageSize,
        MaxSendMessageSize = MaxMessageSize,
    });
}
