using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

public sealed partial class Deployment
{
    private readonly ImmutableDictionary<string, string> config = ReadConfig();

    internal string? GetConfig(string fullKey) => config.GetValueOrDefault(fullKey);

    private static ImmutableDictionary<string, string> ReadConfig()
    {
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG") is not { } json)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToImmutableDictionary(
            setting => CleanKey(setting.Name), setting => setting.Value.ToString());
    }

    // Old stacks write "project:config:key".
    private static string CleanKey(string key)
    {
        const string old = "config:";
        return key.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && key.AsSpan(colon + 1).StartsWith(old, StringComparison.Ordinal)
                ? key.Remove(colon + 1, old.Length)
                : key;
    }
}
