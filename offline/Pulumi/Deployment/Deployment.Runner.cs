using System.Collections.Immutable;
using System.Reflection;
using Pulumirpc;

namespace Pulumi;

public sealed partial class Deployment
{
    // Tells the engine that the user has been told what is wrong.
    private const int LoggedFailure = 32;

    private async Task<int> RunToEndAsync(Action createStack)
    {
        ImmutableArray<Exception> failures;
        try
        {
            createStack();
            failures = await Tasks.IdleOrFailedAsync().ConfigureAwait(false);
            if (failures.IsEmpty)
            {
                if (Logger.LoggedErrors)
                {
                    return 1;
                }

                await monitor.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
                return 0;
            }
        }
        catch (Exception failure)
        {
            failures = [failure];
        }

        var logged = 0;
        foreach (var failure in failures)
        {
            logged += await TellAsync(failure).ConfigureAwait(false) ? 1 : 0;
        }

        return logged > 0 ? LoggedFailure : 1;
    }

    /// <returns>Whether the engine took the message.</returns>
    private async Task<bool> TellAsync(Exception failure)
    {
        try
        {
            await (failure switch
            {
                LogException => throw failure,
                RunException => Logger.LogAsync(LogSeverity.Error, failure.Message),
                _ => Logger.LogAsync(
                    LogSeverity.Error,
                    $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{failure}"),
            }).ConfigureAwait(false);
            return true;
        }
        catch (LogException unheard)
        {
            await Console.Error.WriteLineAsync($"Error occurred trying to send logging message to engine:\n{unheard}")
                .ConfigureAwait(false);
            return false;
        }
    }
}
