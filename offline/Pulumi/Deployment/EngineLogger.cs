using Pulumirpc;

namespace Pulumi;

/// <summary>Sends messages to the engine and counts the errors among them.</summary>
internal sealed class EngineLogger(IEngine engine, TaskMonitor tasks)
{
    private int errors;

    public bool LoggedErrors => Volatile.Read(ref errors) > 0;

    public Task LogAsync(
        LogSeverity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        if (severity == LogSeverity.Error)
        {
            Interlocked.Increment(ref errors);
        }

        var sent = SendAsync(severity, message, resource, streamId, ephemeral);
        tasks.Add(sent);
        return sent;
    }

    private async Task SendAsync(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
    {
        try
        {
            await engine.LogAsync(new LogRequest
            {
                Severity = severity,
                Message = message,
                Urn = await UrnAsync(resource).ConfigureAwait(false),
                StreamId = streamId ?? 0,
                Ephemeral = ephemeral ?? false,
            }).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Interlocked.Increment(ref errors);
            throw new LogException(failure);
        }
    }

    private static async Task<string> UrnAsync(Resource? resource)
    {
        try
        {
            return resource is null ? "" : await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The message may well be about why the resource has no URN.
            return "";
        }
    }
}
