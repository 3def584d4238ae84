namespace Rehearsal.Emulation;

/// <summary>The URL of an emulated AWS.</summary>
internal static class EmulatorEndpoint
{
    /// <summary>Checks that moto answers.</summary>
    /// <param name="endpoint">The URL.</param>
    /// <param name="where">What to name in an error: the option or the command that the URL comes from.</param>
    /// <exception cref="BadInputException">Nothing answers there, or not moto.</exception>
    public static async Task CheckAsync(Uri endpoint, string where)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };
        string fault;
        try
        {
            using var answer = await http.GetAsync(new Uri(endpoint, "/moto-api/config")).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            fault = $"it answers HTTP {(int)answer.StatusCode} and is no moto server.";
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            fault = $"it cannot be reached: {unreachable.Message}";
        }

        throw new BadInputException(
            $"{where} {endpoint}",
            fault,
            "Start one (moto_server -p 5000) and give its URL, or leave --endpoint out: the rehearsal then starts its own.");
    }
}
