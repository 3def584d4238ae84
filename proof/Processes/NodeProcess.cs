using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Proof.Processes;

/// <summary>
/// A process of Node.js that serves the functions of one module: it takes one JSON request a line and gives one JSON answer a line, in any
/// order. It ends with this process.
/// </summary>
internal sealed class NodeProcess
{
    private readonly Process process;
    private readonly JsonSerializerOptions? options;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> pending = new();
    private readonly Channel<string> requests = Channel.CreateUnbounded<string>();
    private int lastId;

    private NodeProcess(Process process, JsonSerializerOptions? options)
    {
        this.process = process;
        this.options = options;
        _ = Task.Run(WriteRequestsAsync);
        _ = Task.Run(ReadAnswersAsync);
    }

    /// <summary>Whether it runs no more.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Starts a process that serves a module.</summary>
    /// <param name="module">The module's path.</param>
    /// <param name="options">How requests are serialised; null for as they are named.</param>
    public static NodeProcess Start(string module, JsonSerializerOptions? options)
    {
        // What helps the garbage collector would take a core of the processes that work beside this one, and it would wait for that. It
        // collects what is young at 4 MB in place of 16: memory that is at hand already costs less than new one.
        string[] collector = ["--single-threaded-gc", "--max-semi-space-size=4"];
        var start = new ProcessStartInfo("node", [.. collector, ProofFolder.File("Processes/host.mjs"), module])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new NodeProcess(StartedProcess.Start(start, $"Node.js with {Path.GetFileName(module)}").Process, options);
    }

    /// <summary>Calls a method of the process and waits for its answer.</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="parameters">What is serialised as the method's parameter.</param>
    /// <param name="limit">How long to wait.</param>
    /// <exception cref="NodeException">The method failed, the process ended, or it did not answer in time.</exception>
    public async Task<JsonNode?> CallAsync(string method, object? parameters, TimeSpan limit)
    {
        var id = Interlocked.Increment(ref lastId);
        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        pending[id] = answer;
        await requests.Writer.WriteAsync(JsonSerializer.Serialize(new { id, method, @params = parameters }, options)).ConfigureAwait(false);
        try
        {
            return await answer.Task.WaitAsync(limit).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            pending.TryRemove(id, out _);
            throw new NodeException("NodeProcessSilent", $"{method}: the Node.js process gave no answer within {limit}", null);
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
