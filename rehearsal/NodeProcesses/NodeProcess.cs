using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Rehearsal.NodeProcesses;

/// <summary>
/// A long-lived Node.js process beside the rehearsal, which holds what exists only there. It takes one JSON request a line and
/// gives one JSON answer a line, in any order. There are two for all that this process does, since what they have read and
/// compiled serves every life and every proof, and a proof, which takes a processor for itself, is to hold up no call; they end
/// with this process.
/// </summary>
public sealed class NodeProcess
{
    private static readonly TimeSpan LongestProof = TimeSpan.FromMinutes(10);
    private static readonly Lock Starting = new();
    private static NodeProcess? ofAws;
    private static NodeProcess? ofJudge;

    private readonly Process process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> pending = new();
    private readonly Channel<string> requests = Channel.CreateUnbounded<string>();
    private int lastId;

    private NodeProcess(Process process)
    {
        this.process = process;
        _ = Task.Run(WriteRequestsAsync);
        _ = Task.Run(ReadAnswersAsync);
    }

    /// <summary>The process with the AWS SDK for JavaScript; it is started when it is first asked for, and anew when it has ended.</summary>
    public static NodeProcess Aws => Running(ref ofAws, "aws.mjs");

    /// <summary>The process with the judge of access; it is started when it is first asked for, and anew when it has ended.</summary>
    public static NodeProcess Judge => Running(ref ofJudge, "judge.mjs");

    /// <summary>Starts both, to come up while something else does.</summary>
    public static void StartAll() => (_, _) = (Aws, Judge);

    private static NodeProcess Running(ref NodeProcess? known, string module)
    {
        lock (Starting)
        {
            return known is null or { process.HasExited: true } ? known = Start(module) : known;
        }
    }

    private static NodeProcess Start(string module)
    {
        var folder = typeof(NodeProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "NodeFolder").Value!;

        var start = new ProcessStartInfo("node", [Path.Combine(folder, "main.mjs"), module])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

        // The AWS SDK warns of every Node.js that will be too old for it one day.
        start.Environment["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
        return new NodeProcess(StartedProcess.Start(start, $"Node.js with {module}").Process);
    }

    /// <summary>Calls a method of the process and waits for its answer.</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="parameters">What is serialised as the method's parameter.</param>
    /// <param name="limit">How long to wait; ten minutes where it is left out, for a proof over the largest of accounts.</param>
    /// <exception cref="NodeException">The method failed, the process ended, or it did not answer in time.</exception>
    public async Task<JsonNode?> CallAsync(string method, object? parameters, TimeSpan? limit = null)
    {
        var id = Interlocked.Increment(ref lastId);
        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        pending[id] = answer;
        await requests.Writer.WriteAsync(JsonSerializer.Serialize(new { id, method, @params = parameters })).ConfigureAwait(false);
        var patience = limit ?? LongestProof;
        try
        {
            return await answer.Task.WaitAsync(patience).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            pending.TryRemove(id, out _);
            throw new NodeException("NodeProcessSilent", $"{method}: the Node.js process gave no answer within {patience}", null);
        }
    }

    private async Task WriteRequestsAsync()
    {
        await foreach (var line in requests.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                await process.StandardInput.WriteLineAsync(line).ConfigureAwait(false);
                await process.StandardInput.FlushAsync().ConfigureAwait(false);
            }
            catch (IOException)
            {
                FailPending();
            }
        }
    }

    private async Task ReadAnswersAsync()
    {
        while (await process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            // A package may write a line of its own, and a call may be given up already.
            if (Message(line) is not { } message || !pending.TryRemove((int)message["id"]!, out var answer))
            {
                continue;
            }

            if (message["error"] is JsonObject error)
            {
                var (name, text) = ((string)error["name"]!, (string)error["message"]!);
                answer.SetException(new NodeException(name, text, (int?)error["status"], (int?)error["attempts"] ?? 1));
            }
            else
            {
                var result = message["result"];
                message.Remove("result");
                answer.SetResult(result);
            }
        }

        FailPending();
    }

    private static JsonObject? Message(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject message && message["id"]?.GetValueKind() == JsonValueKind.Number ? message : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void FailPending()
    {
        foreach (var id in pending.Keys)
        {
            if (pending.TryRemove(id, out var answer))
            {
                answer.TrySetException(new NodeException("NodeProcessEnded", "The Node.js process ended before it answered.", null));
            }
        }
    }
}

/// <summary>A method of the Node.js process that failed.</summary>
/// <param name="name">The name of the error, for AWS calls the AWS error code (<c>EntityAlreadyExists</c>).</param>
/// <param name="message">What went wrong.</param>
/// <param name="status">The HTTP status of an AWS call that AWS refused; null otherwise.</param>
/// <param name="attempts">How often an AWS call was made.</param>
public sealed class NodeException(string name, string message, int? status, int attempts = 1) : Exception(message)
{
    /// <summary>The name of the error, for AWS calls the AWS error code (<c>EntityAlreadyExists</c>).</summary>
    public string Name { get; } = name;

    /// <summary>The HTTP status of an AWS call that AWS refused; null otherwise.</summary>
    public int? Status { get; } = status;

    /// <summary>How often an AWS call was made.</summary>
    public int Attempts { get; } = attempts;
}
