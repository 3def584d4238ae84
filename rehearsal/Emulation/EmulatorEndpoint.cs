namespace Rehearsal.Emulation;

/// <summary>The URL of an emulated AWS.</summary>
internal static class EmulatorEndpoint
{
    private const int Attempts = 3;
    private static readonly TimeSpan LimitOfAttempt = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Checks that moto answers; one that does not at once is asked again.</summary>
    /// <param name="endpoint">The URL.</param>
    /// <param name="where">What to name in an error: the option or the command that the URL comes from.</param>
    /// <param name="cancel">Is cancelled when the user stops the rehearsal.</param>
    /// <exception cref="BadInputException">Nothing answers there, or not moto.</exception>
    public static async Task CheckAsync(Uri endpoint, string where, CancellationToken cancel)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = LimitOfAttempt };
        for (var attempt = 1; ; attempt++)
        {
            var (fault, mayPass) = await FaultAsync(http, endpoint, cancel).ConfigureAwait(false);
            if (fault is null)
            {
                return;
            }

            if (!mayPass || attempt == Attempts)
            {
                throw new BadInputException(
                    $"{where} {endpoint}",
                    fault,
                    "Start one (moto_server -p 5000) and give its URL, or leave --endpoint out: the rehearsal then starts its own.");
            }

            await Task.Delay(Pause, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>What is wrong with the endpoint, null for nothing, and whether that may pass.</summary>
    private static async Task<(string? Fault, bool MayPass)> FaultAsync(HttpClient http, Uri endpoint, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(endpoint, "/moto-api/config"), cancel).ConfigureAwait(false);
            var status = (int)answer.StatusCode;
            return answer.IsSuccessStatusCode ? (null, false) : ($"it answers HTTP {status} and is no moto server.", status >= 500);
        }
        catch (HttpRequestException unreachable)
        {
            return ($"it cannot be reached: {unreachable.Message}", true);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ($"it gives no answer within {LimitOfAttempt.TotalSeconds} s.", true);
        }
    }
}
