using System.Globalization;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Settings.Reading.Kinds;
using SageMakerIam.Tests.Schemas;

namespace SageMakerIam.Tests.Readme;

/// <summary>The configuration reference of docs/settings.md, written from what the settings declare of themselves.</summary>
internal static class ConfigurationReference
{
    /// <summary>The reference as Markdown: the entries of each map, and what stands in them.</summary>
    public static string Render()
    {
        var sections = new OrderedDictionary<SettingsType, string>();
        foreach (var map in SettingsType.Of(typeof(StackSettings)).Settings)
        {
            if (map.Kind is MapKind entries)
            {
                Collect(sections, entries.Entries, $"An entry of `{map.Key}`");
            }
        }

        return string.Join("\n", sections.Select(section => Render(section.Value, section.Key)));
    }

    private static void Collect(OrderedDictionary<SettingsType, string> sections, SettingsType type, string heading)
    {
        if (!sections.TryAdd(type, heading))
        {
            return;
        }

        foreach (var setting in type.Settings)
        {
            switch (setting.Kind)
            {
                case RecordKind record:
                    Collect(sections, record.Type, $"`{setting.Key}`");
                    break;
                case ListKind { Item: RecordKind item }:
                    Collect(sections, item.Type, $"An item of `{setting.Key}`");
                    break;
            }
        }
    }

    private static string Render(string heading, SettingsType type) => string.Create(
        CultureInfo.InvariantCulture,
        $"#### {heading}\n\n| key | meaning |\n| --- | --- |\n{string.Concat(type.Settings.Select(Row))}");

    private static string Row(Setting setting) => $"| `{setting.Key}` | {Documentation.Summary(setting.Property)} |\n";
}
