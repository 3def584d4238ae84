using System.Text.Json;
using System.Text.Json.Nodes;

namespace Proof.Processes;

/// <summary>
/// A module of Node.js, for what exists only there. One process serves it for all that this one does, so that what it has read and compiled
/// serves every call.
/// </summary>
/// <param name="path">The module's path.</param>
/// <param name="options">How requests are serialised. Default: as they are named.</param>
public sealed class NodeModule(string path, JsonSerializerOptions? options = null)
{
    private readonly Lock starting = new();
    private NodeProcess? running;

    /// <summary>Starts the process, to come up while something else does. Otherwise the first call does.</summary>
    public void Start() => _ = Running();

    /// <summary>Calls an exported function and waits for its answer.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="request">What is serialised as its parameter.</param>
    /// <param name="limit">How long to wait.</param>
    /// <exception cref="NodeException">The function failed, the process ended, or it did not answer in time.</exception>
    public Task<JsonNode?> CallAsync(string function, object request, TimeSpan limit) => Running().CallAsync(function, request, limit);

    private NodeProcess Running()
    {
        lock (starting)
        {
            return running is null or { HasEnded: true } ? running = NodeProcess.Start(path, options) : running;
        }
    }
}
