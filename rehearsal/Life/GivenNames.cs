using System.Text.Json.Nodes;
using Rehearsal.Providers.Aws;
using Rehearsal.StackFiles;

namespace Rehearsal.Life;

/// <summary>
/// The names that a stack file gives to buckets and secrets that it makes: the emulated account has them or has them not.
/// </summary>
internal static class GivenNames
{
    /// <summary>Notes those of a stack file, before its program is run.</summary>
    /// <param name="aws">The emulated accounts.</param>
    /// <param name="config">The stack file.</param>
    public static void Note(EmulatedAws aws, StackConfig config)
    {
        var buckets = Entries(config, "guardedBuckets").Where(bucket => $"{bucket.Value?["create"]}" == "true");
        var logs = Entries(config, "trail").Where(setting => setting.Key == "bucket").Select(setting => $"{setting.Value}");
        foreach (var bucket in buckets.Select(bucket => bucket.Key).Concat(logs))
        {
            aws.StandIns.Give($"bucket {bucket}");
        }

        foreach (var (secret, _) in Entries(config, "managedSecrets"))
        {
            aws.StandIns.Give($"secret {secret}");
        }
    }

    private static JsonObject Entries(StackConfig config, string setting) =>
        ConfiguredTexts.Settings(config).FirstOrDefault(entry => entry.Path.EndsWith($":{setting}", StringComparison.Ordinal)).Value
            as JsonObject ?? [];
}
