using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Pulumirpc;

namespace Wire;

/// <summary>The engine that one program speaks to: its two services, on a free port of the loopback interface, without TLS.</summary>
public sealed class EngineServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private EngineServer(WebApplication app) => this.app = app;

    /// <summary>The server's <c>host:port</c>, as <c>PULUMI_MONITOR</c> and <c>PULUMI_ENGINE</c> take it.</summary>
    public string Address => new Uri(
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    /// <summary>Starts to serve. An exception of a method becomes the status Unknown with its message; an RpcException, its own.</summary>
    public static async Task<EngineServer> StartAsync(ResourceMonitor.ResourceMonitorBase monitor, Engine.EngineBase engine)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.Http2.MaxStreamsPerConnection = int.MaxValue;
        });
        builder.Services.AddSingleton(monitor).AddSingleton(engine).AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = EngineChannel.MaxMessageSize;
            grpc.MaxSendMessageSize = EngineChannel.MaxMessageSize;
            grpc.EnableDetailedErrors = true;
        });

        var app = builder.Build();
        app.MapGrpcService<ResourceMonitor.ResourceMonitorBase>();
        app.MapGrpcService<Engine.EngineBase>();
        await app.StartAsync().ConfigureAwait(false);
        return new EngineServer(app);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
