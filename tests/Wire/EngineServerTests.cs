using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;
using Wire;

namespace SageMakerIam.Tests.Wire;

/// <summary>What a program meets when it calls an engine of ours.</summary>
public sealed class EngineServerTests
{
    [Fact]
    public async Task Message_OfMoreThanTheFourMegabytesThatGrpcTakesOfItself_ArrivesBothWays()
    {
        var text = new string('x', 5 * 1024 * 1024);
        await using var server = await EngineServer.StartAsync(new Echo(), new Silence());
        using var channel = EngineChannel.To(server.Address);
        var request = new ResourceInvokeRequest { Tok = "echo", Args = new Struct { Fields = { ["text"] = Value.ForString(text) } } };

        var response = await new ResourceMonitor.ResourceMonitorClient(channel).InvokeAsync(request);

        response.Return.Fields["text"].StringValue.Length.Should().Be(text.Length);
    }

    [Fact]
    public async Task Method_ThatAServiceDoesNotServe_IsUnimplemented()
    {
        await using var server = await EngineServer.StartAsync(new Echo(), new Silence());
        using var channel = EngineChannel.To(server.Address);

        var deployment = async () => await new ResourceMonitor.ResourceMonitorClient(channel).GetDeploymentInfoAsync(new Empty());
        var log = async () => await new Engine.EngineClient(channel).LogAsync(new LogRequest());

        (await deployment.Should().ThrowAsync<RpcException>()).Which.StatusCode.Should().Be(StatusCode.Unimplemented);
        (await log.Should().ThrowAsync<RpcException>()).Which.StatusCode.Should().Be(StatusCode.Unimplemented);
    }

    [Fact]
    public async Task ExceptionOfAMethod_TellsTheProgramWhatIsWrong()
    {
        await using var server = await EngineServer.StartAsync(new Echo(), new Silence());
        using var channel = EngineChannel.To(server.Address);
        var request = new ResourceInvokeRequest { Tok = "odd" };

        var call = async () => await new ResourceMonitor.ResourceMonitorClient(channel).InvokeAsync(request);

        var status = (await call.Should().ThrowAsync<RpcException>()).Which.Status;
        status.StatusCode.Should().Be(StatusCode.Unknown);
        status.Detail.Should().EndWith("odd is no function");
    }

    [Fact]
    public async Task Server_ThatHasEnded_IsUnavailable()
    {
        var server = await EngineServer.StartAsync(new Echo(), new Silence());
        using var channel = EngineChannel.To(server.Address);
        await server.DisposeAsync();

        var call = async () => await new ResourceMonitor.ResourceMonitorClient(channel).InvokeAsync(new ResourceInvokeRequest());

        (await call.Should().ThrowAsync<RpcException>()).Which.StatusCode.Should().Be(StatusCode.Unavailable);
    }

    private sealed class Echo : ResourceMonitor.ResourceMonitorBase
    {
        public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) =>
            request.Tok == "echo"
                ? Task.FromResult(new ResourceInvokeResponse { Return = request.Args })
                : throw new InvalidOperationException($"{request.Tok} is no function");
    }

    private sealed class Silence : Engine.EngineBase;
}
