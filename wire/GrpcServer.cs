using System.Globalization;
using System.Net;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Wire;

/// <summary>Serves unary gRPC methods over HTTP/2 without TLS, on a free port of the loopback interface.</summary>
public sealed class GrpcServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private GrpcServer(WebApplication app) => this.app = app;

    /// <summary>The server's <c>host:port</c>, as <c>PULUMI_MONITOR</c> takes it.</summary>
    public string Address => new Uri(
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    /// <summary>Starts a server of the given methods.</summary>
    public static async Task<GrpcServer> StartAsync(params GrpcMethod[] methods)
    {
        ArgumentNullException.ThrowIfNull(methods);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.Http2.MaxStreamsPerConnection = int.MaxValue;
        });

        var app = builder.Build();
        var byPath = methods.ToDictionary(method => method.Path, StringComparer.Ordinal);
        app.Run(context => AnswerAsync(context, byPath));
        await app.StartAsync().ConfigureAwait(false);
        return new GrpcServer(app);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, Dictionary<string, GrpcMethod> methods)
    {
        context.Response.ContentType = GrpcMessage.ContentType;
        try
        {
            var path = context.Request.Path.Value ?? "";
            if (!methods.TryGetValue(path, out var method))
            {
                throw new GrpcException(GrpcStatus.Unimplemented, $"{path} is not served here.");
            }

            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
            var answer = await method.Answer(body.ToArray()).ConfigureAwait(false);
            await context.Response.Body.WriteAsync(GrpcMessage.Frame(answer), context.RequestAborted).ConfigureAwait(false);
            context.Response.AppendTrailer(GrpcMessage.StatusTrailer, "0");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; nobody is left to answer.
        }
        catch (Exception failure)
        {
            var status = failure is GrpcException known ? known.Status : GrpcStatus.Unknown;
            context.Response.AppendTrailer(GrpcMessage.StatusTrailer, ((int)status).ToString(CultureInfo.InvariantCulture));
            context.Response.AppendTrailer(GrpcMessage.MessageTrailer, Uri.EscapeDataString(failure.Message));
        }
    }
}

/// <summary>One unary method of a <see cref="GrpcServer"/>.</summary>
public sealed class GrpcMethod
{
    private GrpcMethod(string path, Func<byte[], Task<IMessage>> answer)
    {
        Path = path;
        Answer = answer;
    }

    internal string Path { get; }

    internal Func<byte[], Task<IMessage>> Answer { get; }

    /// <summary>Describes a method.</summary>
    /// <param name="path">The method's path, <c>/package.Service/Method</c>.</param>
    /// <param name="parser">The parser of the request.</param>
    /// <param name="answer">
    /// Answers a request. A <see cref="GrpcException"/> becomes the call's status, any other exception <see cref="GrpcStatus.Unknown"/>.
    /// </param>
    public static GrpcMethod Unary<TRequest, TResponse>(string path, MessageParser<TRequest> parser, Func<TRequest, Task<TResponse>> answer)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> =>
        new(path, async framed => await answer(GrpcMessage.Parse(framed, parser)).ConfigureAwait(false));
}
