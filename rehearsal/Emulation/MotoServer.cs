using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Proof.Processes;

namespace Rehearsal.Emulation;

/// <summary>A process of moto's server, the emulated AWS, on a free port of the loopback interface.</summary>
internal sealed partial class MotoServer : IAsyncDisposable
{
    private readonly StartedProcess server;

    private bool isKept;

    private MotoServer(StartedProcess server, Uri endpoint)
    {
        this.server = server;
        Endpoint = endpoint;
    }

    /// <summary>The server's URL.</summary>
    public Uri Endpoint { get; }

    /// <summary>The server's process id.</summary>
    public int ProcessId => server.Process.Id;

    /// <summary>Whether the server's process has ended.</summary>
    public bool HasEnded => server.Process.HasExited;

    /// <summary>The Python that has moto: what the environment variable MOTO_PYTHON says, else the one on the PATH.</summary>
    private static string Python => Environment.GetEnvironmentVariable("MOTO_PYTHON") is { Length: > 0 } known ? known : "python3";

    /// <summary>Starts a server and waits until it listens.</summary>
    /// <param name="hasAwsPolicies">Whether its accounts have AWS's own managed policies; an account takes longer to come up with
    /// them.</param>
    /// <param name="cancel">Is cancelled when it is not needed any longer before it is up; it is ended then.</param>
    /// <exception cref="BadInputException">There is no moto on this machine, or it does not start.</exception>
    public static async Task<MotoServer> StartAsync(bool hasAwsPolicies = true, CancellationToken cancel = default)
    {
        // Port 0 lets the system choose a free one; the server's first lines say which. The server ends when its standard input does,
        // and so with this process, however that ends.
        var start = new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "emulator.py"), "-H", "127.0.0.1", "-p", "0"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["MOTO_IAM_LOAD_MANAGED_POLICIES"] = hasAwsPolicies ? "true" : "false";
        // A region may be newer than moto; whether there is one of that name is not moto's to say.
        start.Environment["MOTO_ALLOW_NONEXISTENT_REGION"] = "true";
        start.Environment["PYTHONUNBUFFERED"] = "1";
        start.Environment.Remove("MOTO_ACCOUNT_ID");
        var server = Started(start);
        var process = server.Process;
        var said = new ConcurrentQueue<string?>();
        var answer = new TaskCompletionSource<Uri?>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                answer.TrySetResult(null);
            }
            else if (!answer.Task.IsCompleted)
            {
                said.Enqueue(line.Data);
                if (Address().Match(line.Data) is { Success: true } address)
                {
                    answer.TrySetResult(new Uri(address.Value));
                }
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var ending = cancel.Register(server.End);
        var endpoint = await answer.Task.ConfigureAwait(false) ?? throw Fault($"it does not start: {string.Join(' ', said)}");
        return new MotoServer(server, endpoint);
    }

    /// <summary>Lets the server run on when this process has ended.</summary>
    public void Keep()
    {
        isKept = true;
        server.Process.StandardInput.WriteLine("keep");
        server.Process.StandardInput.Flush();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!isKept)
        {
            server.End();
            await server.Process.WaitForExitAsync().ConfigureAwait(false);
        }

        server.Dispose();
    }

    private static StartedProcess Started(ProcessStartInfo start)
    {
        try
        {
            return StartedProcess.Start(start, "the emulated AWS");
        }
        catch (Win32Exception fault)
        {
            throw Fault($"it does not start: {fault.Message}");
        }
    }

    private static BadInputException Fault(string found) => new(
        "moto",
        found,
        "./rehearse and ./test install it. Without them: pip install 'moto[server]==5.2.1'. "
            + "Or give the URL of one that runs: --endpoint URL");

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Address();
}
