using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>The emulator answers all requests on the connection on which they come: a new one is a good part of what each costs.</summary>
public sealed class EmulatorConnectionTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Theory]
    // Nobody reads the body of a request for what is not there: it is not taken for the next request.
    [InlineData("PUT", "/moto-api/nothing")]
    [InlineData("GET", "/no-such-bucket-of-anybody")]
    [InlineData("HEAD", "/no-such-bucket-of-anybody")]
    public async Task NextRequest_ComesOnTheSameConnection(string method, string path)
    {
        var connections = 0;
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancel) =>
            {
                Interlocked.Increment(ref connections);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });

        var statuses = new List<HttpStatusCode>();
        for (var request = 0; request < 3; request++)
        {
            using var message = new HttpRequestMessage(new HttpMethod(method), new Uri(aws.Endpoint, path));
            message.Content = method == "PUT" ? new StringContent("GET / HTTP/1.1\r\n\r\n") : null;
            using var answer = await client.SendAsync(message);
            await answer.Content.ReadAsStringAsync();
            statuses.Add(answer.StatusCode);
        }

        statuses.Should().AllBeEquivalentTo(HttpStatusCode.NotFound);
        connections.Should().Be(1);
    }

    [Theory]
    [InlineData("GET /moto-api/config HTTP/1.0\r\n\r\n")]
    [InlineData("GET /moto-api/config HTTP/1.1\r\nHost: moto\r\nConnection: close\r\n\r\n")]
    // How long such a body is, its chunks say, which nobody may have read to the end.
    [InlineData("PUT /moto-api/nothing HTTP/1.1\r\nHost: moto\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n")]
    public async Task Connection_IsClosedWhereTheRequestSaysSo(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(aws.Endpoint.Host, aws.Endpoint.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(patience.Token);

        answer.Should().StartWith("HTTP/1.").And.Contain("Connection: close");
    }
}
