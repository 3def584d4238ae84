using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings.Reading.Kinds;

/// <summary>A map of entries whose keys are the user's.</summary>
/// <param name="keys">The format of the keys.</param>
/// <param name="entries">What its entries are.</param>
internal sealed class MapKind(Format keys, SettingsType entries) : SettingKind
{
    private static readonly MethodInfo ToMap = typeof(MapKind).GetMethod(nameof(Cast), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly RecordKind entry = new(entries);

    /// <summary>The format of the keys.</summary>
    public Format Keys => keys;

    /// <summary>What its entries are.</summary>
    public SettingsType Entries => entries;

    /// <inheritdoc/>
    public override string Expected(SettingsNode at) => $"a map of entries, each by {keys.Allowed}";

    /// <inheritdoc/>
    public override object? Read(SettingsNode node)
    {
        if (!node.IsMap)
        {
            node.Report($"Expected {Expected(node)}");
            return null;
        }

        var read = new Dictionary<string, object>();
        foreach (var at in node.Entries())
        {
            if (!keys.Matches(at.EntryKey))
            {
                at.ReportEntryKey($"Expected {keys.Allowed}");
            }

            if (entry.Read(at) is { } settings)
            {
                read[at.EntryKey] = settings;
            }
        }

        return ToMap.MakeGenericMethod(entries.Record).Invoke(null, [read]);
    }

    private static ImmutableSortedDictionary<string, T> Cast<T>(IDictionary entries) => entries.Keys.Cast<string>()
        .ToImmutableSortedDictionary(key => key, key => (T)entries[key]!, StringComparer.Ordinal);
}
