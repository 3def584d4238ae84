using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings.Reading;

/// <summary>One value of the configuration, as it stands: what is wrong with it is reported, and reading goes on.</summary>
internal sealed class SettingsNode
{
    private readonly JsonElement value;
    private readonly SettingsReading reading;
    private readonly bool isShown;

    private SettingsNode(JsonElement value, string path, string entryKey, SettingsReading reading, bool isShown)
    {
        (this.value, this.reading, this.isShown) = (value, reading, isShown);
        (Path, EntryKey) = (path, entryKey);
    }

    /// <summary>Where the value stands: <c>deployers.developer.executionRoles[0]</c> say.</summary>
    public string Path { get; }

    /// <summary>The key of the entry that the value stands in; empty outside of entries.</summary>
    public string EntryKey { get; }

    /// <summary>The place, as far as it bears on what may stand there.</summary>
    public Place Place => new(reading.Account, EntryKey);

    /// <summary>The whole configuration that the value stands in.</summary>
    public SettingsNode Whole => reading.Root;

    /// <summary>This value, which no fault shows, nor what stands in it.</summary>
    public SettingsNode NotShown => new(value, Path, EntryKey, reading, isShown: false);

    /// <summary>The text; null if the value is none.</summary>
    public string? Text => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Whether the value is a map.</summary>
    public bool IsMap => value.ValueKind == JsonValueKind.Object;

    /// <summary>Whether the value is a list.</summary>
    public bool IsList => value.ValueKind == JsonValueKind.Array;

    /// <summary>The whole configuration of a stack.</summary>
    public static SettingsNode Root(JsonElement configuration, SettingsReading reading) =>
        new(configuration, "", "", reading, isShown: true);

    /// <summary>The value of a key; null if it is absent or null.</summary>
    public SettingsNode? Key(string key) =>
        IsMap && value.TryGetProperty(key, out var found) && found.ValueKind != JsonValueKind.Null
            ? new SettingsNode(found, PathOf(key), EntryKey, reading, isShown)
            : null;

    /// <summary>The keys of a map, in the order in which they stand.</summary>
    public ImmutableArray<string> Keys => IsMap ? [.. value.EnumerateObject().Select(property => property.Name)] : [];

    /// <summary>The entries of a map whose keys are the user's.</summary>
    public ImmutableArray<SettingsNode> Entries() =>
        [.. value.EnumerateObject().Select(entry => new SettingsNode(entry.Value, PathOf(entry.Name), entry.Name, reading, isShown))];

    /// <summary>The items of a list.</summary>
    public ImmutableArray<SettingsNode> Items() => [.. value.EnumerateArray().Select((item, index) =>
        new SettingsNode(item, string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]"), EntryKey, reading, isShown))];

    /// <summary>A whole number; null if the value is none.</summary>
    public int? WholeNumber()
    {
        // Pulumi's own configuration commands may store numbers as text.
        var text = Text ?? value.GetRawText();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A boolean; null if the value is none.</summary>
    public bool? Boolean() => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        // Pulumi's own configuration commands store booleans as text.
        JsonValueKind.String when bool.TryParse(value.GetString(), out var parsed) => parsed,
        _ => null,
    };

    /// <summary>Reports this value as a fault, as it stands.</summary>
    /// <param name="allowed">What may stand there, or what to do: a sentence without its full stop.</param>
    public void Report(string allowed) => Report(Shown(), allowed);

    /// <summary>Reports this value as a fault.</summary>
    /// <param name="found">What stood there.</param>
    /// <param name="allowed">What may stand there, or what to do: a sentence without its full stop.</param>
    public void Report(string found, string allowed) => reading.Faults.Add(new Fault(Path, found, allowed));

    /// <summary>Reports the key of the entry that this value is, rather than the value.</summary>
    /// <param name="allowed">What may stand there, or what to do: a sentence without its full stop.</param>
    public void ReportEntryKey(string allowed) => reading.Faults.Add(new Fault(Path, $"the name '{EntryKey}'", allowed, FaultAbout.Key));

    /// <summary>Reports a key that this map lacks.</summary>
    /// <param name="key">The key.</param>
    /// <param name="allowed">What is to stand there: a sentence without its full stop.</param>
    public void ReportMissing(string key, string allowed) =>
        reading.Faults.Add(new Fault(PathOf(key), "missing", allowed, FaultAbout.MissingKey));

    /// <summary>How many faults were reported so far, anywhere.</summary>
    public int FaultCount => reading.Faults.Count;

    /// <summary>Reports each key of this map that is not one of some, with the nearest of them.</summary>
    public void ReportKeysOtherThan(IEnumerable<string> known)
    {
        foreach (var key in Keys.Except(known))
        {
            var nearest = NearestWord.Of(key, known) is { } word ? $"Did you mean '{word}'? " : "";
            reading.Faults.Add(
                new Fault(PathOf(key), "unknown key", $"{nearest}Known keys: {string.Join(", ", known)}", FaultAbout.Key));
        }
    }

    /// <summary>The keys of one of the stack's maps.</summary>
    public ImmutableArray<string> KeysOf(string map) => reading.Root.Key(map)?.Keys ?? [];

    /// <summary>Remembers what was read from this value, for what is checked when all of it has been.</summary>
    public void Remember(object record) => reading.Records.Add((this, record));

    /// <summary>Remembers the format that this text has, for what is checked when all of it has been.</summary>
    public void Remember(Format format) => reading.Texts.Add((this, format));

    private string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    private string Shown() => value.ValueKind switch
    {
        _ when !isShown => "a value that is not shown",
        JsonValueKind.String => $"'{value.GetString()}'",
        JsonValueKind.Object => "a map",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "nothing",
        _ => value.GetRawText(),
    };
}
