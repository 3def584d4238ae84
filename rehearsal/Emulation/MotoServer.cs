using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Rehearsal.Emulation;

/// <summary>A process of moto's server, the emulated AWS, on a free port of the loopback interface.</summary>
internal sealed partial class MotoServer : IAsyncDisposable
{
    private const string Command = "moto_server";

    private readonly Process process;

    private MotoServer(Process process, Uri endpoint)
    {
        this.process = process;
        Endpoint = endpoint;
    }

    /// <summary>The server's URL.</summary>
    public Uri Endpoint { get; }

    /// <summary>The server's process id.</summary>
    public int ProcessId => process.Id;

    /// <summary>Whether the server's process has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Whether the server stays up when the rehearsal ends.</summary>
    public bool IsKept { get; set; }

    /// <summary>Starts a server and waits until it listens.</summary>
    /// <param name="hasAwsPolicies">Whether its accounts have AWS's own managed policies; an account takes longer to come up with them.</param>
    /// <exception cref="BadInputException">There is no moto on this machine, or it does not start.</exception>
    public static async Task<MotoServer> StartAsync(bool hasAwsPolicies = true)
    {
        // Port 0 lets the system choose a free one; the server's first lines say which.
        var start = new ProcessStartInfo(Find(), ["-H", "127.0.0.1", "-p", "0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["MOTO_IAM_LOAD_MANAGED_POLICIES"] = hasAwsPolicies ? "true" : "false";
        // A region may be newer than moto; whether there is one of that name is not moto's to say.
        start.Environment["MOTO_ALLOW_NONEXISTENT_REGION"] = "true";
        start.Environment["PYTHONUNBUFFERED"] = "1";
        start.Environment.Remove("MOTO_ACCOUNT_ID");
        var process = new Process { StartInfo = start };
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
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var endpoint = await answer.Task.ConfigureAwait(false) ?? throw new BadInputException(
            Command,
            $"it does not start: {string.Join(' ', said)}",
            "Install it again: pip install 'moto[server]==5.2.1'");
        return new MotoServer(process, endpoint);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!IsKept && !process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync().ConfigureAwait(false);
        }

        process.Dispose();
    }

    /// <summary>The command's path: what the environment variable MOTO_SERVER says, else the first on the PATH.</summary>
    private static string Find() => Environment.GetEnvironmentVariable("MOTO_SERVER") is { Length: > 0 } known
        ? known
        : (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, Command))
            .FirstOrDefault(File.Exists)
            ?? throw new BadInputException(
                Command,
                "it is not on the PATH; a rehearsal needs it to emulate AWS.",
                "Get it: pip install 'moto[server]==5.2.1'. Or give the URL of one that runs: --endpoint URL");

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Address();
}
