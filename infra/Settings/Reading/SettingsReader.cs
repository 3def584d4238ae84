using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace SageMakerIam.Settings.Reading;

/// <summary>
/// Reads one value of the configuration strictly: what is of the wrong type or out of bounds becomes a fault,
/// and reading goes on, so that one run reports every fault.
/// </summary>
/// <param name="value">The value.</param>
/// <param name="path">Where it stands.</param>
/// <param name="faults">Where its faults go.</param>
internal sealed class SettingsReader(JsonElement value, string path, ICollection<Fault> faults)
{
    /// <summary>What a fault says in place of a value that may be secret.</summary>
    public const string NotShown = "a value that is not shown";

    private readonly OrderedDictionary<string, bool> keys = new(StringComparer.Ordinal);

    public string Path => path;

    /// <summary>Reports this value as a fault, as it stands.</summary>
    public void Report(string allowed) => Report(Shown(value), allowed);

    public void Report(string found, string allowed) => faults.Add(new Fault(path, found, allowed));

    /// <summary>The value of a key; null if it is absent or null.</summary>
    public SettingsReader? Key(string key)
    {
        keys.TryAdd(key, true);
        return value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty(key, out var found)
            && found.ValueKind != JsonValueKind.Null
                ? new SettingsReader(found, path.Length == 0 ? key : $"{path}.{key}", faults)
                : null;
    }

    /// <summary>The value of a key that must be there.</summary>
    public SettingsReader? RequiredKey(string key, string allowed)
    {
        var found = Key(key);
        if (found is null && value.ValueKind == JsonValueKind.Object)
        {
            faults.Add(new Fault($"{path}.{key}", "missing", allowed));
        }

        return found;
    }

    /// <summary>Reports every key that was not asked for. To be called when all known keys have been.</summary>
    public void RejectOtherKeys()
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Report($"Expected a map with the keys {string.Join(", ", keys.Keys)}");
            return;
        }

        foreach (var property in value.EnumerateObject().Where(property => !keys.ContainsKey(property.Name)))
        {
            faults.Add(new Fault(
                path.Length == 0 ? property.Name : $"{path}.{property.Name}",
                "unknown key",
                $"{Nearest(property.Name, keys.Keys)}Known keys: {string.Join(", ", keys.Keys)}"));
        }
    }

    /// <summary>The entries of a map whose keys are the user's.</summary>
    public IEnumerable<(string Name, SettingsReader Entry)> Entries(string allowed)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return value.EnumerateObject().Select(property => (property.Name, new SettingsReader(property.Value, $"{path}.{property.Name}", faults)));
        }

        Report(allowed);
        return [];
    }

    /// <summary>The items of a list.</summary>
    public ImmutableArray<SettingsReader> Items(string allowed)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray().Select((item, index) =>
                new SettingsReader(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), faults))];
        }

        Report(allowed);
        return [];
    }

    /// <summary>The items of a list, each read by the same rule; an item of no value is left out, its fault reported.</summary>
    public ImmutableArray<T> Items<T>(string allowed, Func<SettingsReader, T?> read)
        where T : class
    {
        var items = Items(allowed).Select(item => (Item: item, Value: read(item))).Where(item => item.Value is not null).ToImmutableArray();
        foreach (var repeated in items.GroupBy(item => item.Value).SelectMany(same => same.Skip(1)))
        {
            repeated.Item.Report("It stands in the list already; each may stand there once");
        }

        return [.. items.Select(item => item.Value!)];
    }

    /// <summary>The items of a list of words.</summary>
    public ImmutableArray<T> Words<T>(Vocabulary<T> vocabulary)
        where T : struct, Enum =>
        [.. Items($"Expected a list of: {vocabulary}", item => item.Word(vocabulary) is { } word ? (object)word : null).Cast<T>()];

    /// <summary>A word of a vocabulary.</summary>
    public T? Word<T>(Vocabulary<T> vocabulary)
        where T : struct, Enum
    {
        if (value.ValueKind == JsonValueKind.String && vocabulary.Meaning(value.GetString()!) is { } meaning)
        {
            return meaning;
        }

        Report($"{(value.ValueKind == JsonValueKind.String ? Nearest(value.GetString()!, vocabulary.Words) : "")}Expected one of: {vocabulary}");
        return null;
    }

    /// <summary>A key of another map.</summary>
    public string? Reference(IReadOnlyCollection<string> known, string map)
    {
        if (value.ValueKind == JsonValueKind.String && known.Contains(value.GetString()!))
        {
            return value.GetString();
        }

        Report(ExpectedKey(value.ValueKind == JsonValueKind.String ? value.GetString()! : "", known, map));
        return null;
    }

    /// <summary>What to say where a key of another map should stand.</summary>
    /// <param name="found">What stands there.</param>
    /// <param name="known">The map's keys.</param>
    /// <param name="map">The map's name.</param>
    public static string ExpectedKey(string found, IReadOnlyCollection<string> known, string map) => known.Count == 0
        ? $"There is nothing in {map} to refer to"
        : $"{Nearest(found, known)}Expected a key of {map}: {string.Join(", ", known)}";

    /// <summary>A text that a rule accepts.</summary>
    public string? Text(TextRule rule)
    {
        if (value.ValueKind == JsonValueKind.String && rule.Accepts(value.GetString()!))
        {
            return value.GetString();
        }

        var lesson = value.ValueKind == JsonValueKind.String ? rule.Lesson(value.GetString()!) : null;
        Report(lesson is null ? $"Expected {rule.Allowed}" : $"{lesson}. Expected {rule.Allowed}");
        return null;
    }

    /// <summary>A text that a rule accepts, and that no fault shows.</summary>
    public string? SecretText(TextRule rule)
    {
        if (value.ValueKind == JsonValueKind.String && rule.Accepts(value.GetString()!))
        {
            return value.GetString();
        }

        Report(NotShown, $"Expected {rule.Allowed}");
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    /// <param name="least">The least that is allowed.</param>
    /// <param name="most">The most that is allowed.</param>
    /// <param name="unit">What is counted, for messages.</param>
    public int? WholeNumber(int least, int most, string unit)
    {
        // Pulumi's own configuration commands may store numbers as text.
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Report(string.Create(CultureInfo.InvariantCulture, $"Expected a whole number of {unit} from {least} to {most}"));
        return null;
    }

    /// <summary>A boolean.</summary>
    public bool? Boolean(string allowed = "Expected true or false")
    {
        // Pulumi's own configuration commands store booleans as text.
        var found = value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(value.GetString(), out var parsed) => parsed,
            _ => (bool?)null,
        };
        if (found is null)
        {
            Report(allowed);
        }

        return found;
    }

    public bool IsMap => value.ValueKind == JsonValueKind.Object;

    public bool IsList => value.ValueKind == JsonValueKind.Array;

    private static string Nearest(string word, IEnumerable<string> known) =>
        NearestWord.Of(word, known) is { } nearest ? $"Did you mean '{nearest}'? " : "";

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"'{value.GetString()}'",
        JsonValueKind.Object => "a map",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "nothing",
        _ => value.GetRawText(),
    };
}
