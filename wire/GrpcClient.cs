using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Wire;

/// <summary>Makes unary gRPC calls over HTTP/2 without TLS.</summary>
/// <param name="address">The server's <c>host:port</c>, as <c>PULUMI_MONITOR</c> gives it.</param>
public sealed class GrpcClient(string address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = new Uri($"http://{address}"),
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Calls one method and waits for its answer.</summary>
    /// <param name="method">The method's path, <c>/package.Service/Method</c>.</param>
    /// <param name="request">The message to send.</param>
    /// <param name="parser">The parser of the answer.</param>
    /// <exception cref="GrpcException">The server is unreachable or answered with a status other than OK.</exception>
    public async Task<TResponse> CallAsync<TResponse>(string method, IMessage request, MessageParser<TResponse> parser)
        where TResponse : IMessage<TResponse>
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, method)
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
            Content = new ByteArrayContent(GrpcMessage.Frame(request)),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(GrpcMessage.ContentType);
        message.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));

        try
        {
            using var response = await http.SendAsync(message).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            ThrowUnlessOk(method, response);
            return GrpcMessage.Parse(body, parser);
        }
        catch (HttpRequestException unreachable)
        {
            throw new GrpcException(GrpcStatus.Unavailable, $"{address} cannot be reached: {unreachable.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static void ThrowUnlessOk(string method, HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new GrpcException(GrpcStatus.Unknown, $"{method} answered HTTP {(int)response.StatusCode}.");
        }

        // A server that has no body to send puts the status in the headers.
        var status = Header(response.TrailingHeaders, GrpcMessage.StatusTrailer) ?? Header(response.Headers, GrpcMessage.StatusTrailer);
        if (status is "0")
        {
            return;
        }

        var text = Header(response.TrailingHeaders, GrpcMessage.MessageTrailer) ?? Header(response.Headers, GrpcMessage.MessageTrailer);
        throw new GrpcException(
            int.TryParse(status, CultureInfo.InvariantCulture, out var code) ? (GrpcStatus)code : GrpcStatus.Unknown,
            text is null ? $"{method} ended without a status." : Uri.UnescapeDataString(text));
    }

    private static string? Header(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? string.Concat(values) : null;
}
