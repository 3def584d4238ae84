using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SageMakerIam.Tests.Recordings;

/// <summary>
/// What the account chose when it was recorded, and what it chooses now: ids, secrets, and the endings of names. Everything else is the
/// same.
/// </summary>
internal sealed partial class Equivalents
{
    // What AWS or the provider chooses, by the property that tells it, and what it looks like.
    private static readonly Dictionary<string, Regex> Chosen = new()
    {
        ["id"] = Anything(),
        ["arn"] = Anything(),
        ["name"] = Suffixed(),
        ["uniqueId"] = Anything(),
        ["policyId"] = Anything(),
        ["secret"] = Anything(),
        ["sesSmtpPasswordV4"] = Anything(),
        ["accessKeyId"] = Anything(),
    };

    private readonly Dictionary<string, string> now = [];

    /// <summary>Notes what stands now for something recorded.</summary>
    public void Learn(string recorded, string actual) => now[recorded] = actual;

    /// <summary>A recorded text with what the account has now.</summary>
    public string Now(string recorded) => now.OrderByDescending(pair => pair.Key.Length)
        .Aggregate(recorded, (text, pair) => text.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

    /// <summary>What is other than it was recorded.</summary>
    /// <param name="where">The way to the value.</param>
    /// <param name="property">The property that the value is of.</param>
    /// <param name="recorded">The recorded value.</param>
    /// <param name="actual">The value now.</param>
    public IEnumerable<string> Differences(string where, string property, JsonNode? recorded, JsonNode? actual) => (recorded, actual) switch
    {
        (JsonObject left, JsonObject right) => left.Concat(right).Select(entry => entry.Key).Distinct().Where(IsOfSchema).SelectMany(
            key => !left.ContainsKey(key) ? [$"{where}.{key}: is {right[key]?.ToJsonString() ?? "null"}, and was not there"]
                : !right.ContainsKey(key) ? [$"{where}.{key}: was {left[key]?.ToJsonString() ?? "null"}, and is not there"]
                : Differences($"{where}.{key}", key == "value" ? property : key, left[key], right[key])),
        (JsonArray left, JsonArray right) when left.Count == right.Count =>
            left.Zip(right).SelectMany((pair, i) => Differences($"{where}[{i}]", property, pair.First, pair.Second)),
        (JsonValue left, JsonValue right) when left.TryGetValue<string>(out var text) && right.TryGetValue<string>(out var other) =>
            IsSame(property, text, other) ? [] : [$"{where}: is {other}, and was {Now(text)}"],
        _ => JsonNode.DeepEquals(recorded, actual)
            ? []
            : [$"{where}: is {actual?.ToJsonString() ?? "null"}, and was {recorded?.ToJsonString() ?? "null"}"],
    };

    // What the bridge between Pulumi and a Terraform provider keeps for itself is no property of a resource.
    private static bool IsOfSchema(string property) => !property.StartsWith("__", StringComparison.Ordinal);

    private bool IsSame(string property, string recorded, string actual)
    {
        if (Now(recorded) == actual)
        {
            return true;
        }

        if (property == "createDate")
        {
            return Date().IsMatch(recorded) && Date().IsMatch(actual);
        }

        var isChosen = Chosen.TryGetValue(property, out var kind) && !now.ContainsKey(recorded)
            && kind.IsMatch(recorded) && kind.IsMatch(actual)
            && (UniqueId().IsMatch(recorded) || Ending().Replace(recorded, "") == Ending().Replace(actual, ""));
        if (isChosen)
        {
            Learn(recorded, actual);
        }

        return isChosen;
    }

    [GeneratedRegex(".")]
    private static partial Regex Anything();

    [GeneratedRegex("-[0-9a-f]{7}$")]
    private static partial Regex Suffixed();

    // An id that is nothing but an id, and no part of what is there.
    [GeneratedRegex("-[0-9]{26}$")]
    private static partial Regex UniqueId();

    // All that is chosen, or the chosen end of a name.
    [GeneratedRegex("^(?!arn:|.*-[0-9a-f]{7}$).*$|(?<=^arn:aws:[^:]*:[^:]*:)[0-9]*|-[0-9a-f]{7}(?=$|:)")]
    private static partial Regex Ending();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")]
    private static partial Regex Date();
}
