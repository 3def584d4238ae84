using Rehearsal.Output;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Emulation;

/// <summary>The emulated AWS of one rehearsal: a server of its own, or one that runs already.</summary>
internal sealed class Emulator : IAsyncDisposable
{
    private readonly MotoServer? server;

    private Emulator(Uri endpoint, MotoServer? server)
    {
        Endpoint = endpoint;
        this.server = server;
    }

    /// <summary>The emulator's URL.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts an emulator, or checks the one that the user gave.</summary>
    /// <param name="given">The URL that the user gave; null to start one.</param>
    /// <param name="cancel">Is cancelled when the user stops the rehearsal.</param>
    /// <exception cref="BadInputException">It does not start, or cannot be reached.</exception>
    public static async Task<Emulator> StartAsync(Uri? given, CancellationToken cancel)
    {
        if (given is not null)
        {
            await EmulatorEndpoint.CheckAsync(given, "--endpoint", cancel).ConfigureAwait(false);
            return new Emulator(given, null);
        }

        var server = await MotoServer.StartAsync(cancel: cancel).ConfigureAwait(false);
        return new Emulator(server.Endpoint, server);
    }

    /// <summary>Leaves the emulator up, and says how to reach it.</summary>
    public async Task KeepAsync(AwsClient home, Screen screen)
    {
        var keys = await SessionKeys.VariablesAsync(home).ConfigureAwait(false);
        screen.Line($"The emulated AWS stays up at {Endpoint}. To look into it with the AWS CLI:");
        screen.Line($"  export AWS_ENDPOINT_URL={Endpoint} AWS_DEFAULT_REGION={home.Target.Region}");
        screen.Line($"  export {string.Join(' ', keys.Select(key => $"{key.Key}={key.Value}"))}");
        screen.Line("  aws iam get-account-authorization-details --filter User Role LocalManagedPolicy");
        screen.Line(
            "It lets everyone do everything, whosever keys they use: what is allowed and what is not, the proof says, "
                + "and not the emulator.");
        if (server is not null)
        {
            server.Keep();
            screen.Line($"To stop it: kill {server.ProcessId}");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
