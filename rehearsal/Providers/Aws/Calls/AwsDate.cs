using System.Globalization;
using System.Text.Json.Nodes;

namespace Rehearsal.Providers.Aws.Calls;

/// <summary>Dates as AWS's APIs give them.</summary>
internal static class AwsDate
{
    /// <summary>A date in the form of RFC 3339, to the second, as the provider tells it; null for none.</summary>
    public static string? ToText(JsonNode? date) => (string?)date is not { } text
        ? null
        : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime()
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
