using Markdig.Helpers;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Settings.Reading.Kinds;
using SageMakerIam.Tests.Schemas;

namespace SageMakerIam.Tests.Readme;

/// <summary>The reference of docs/settings.md, written from what the settings declare of themselves.</summary>
internal sealed class SettingsReference
{
    private readonly OrderedDictionary<Type, Section> sections = [];
    private readonly OrderedDictionary<Type, List<string>> words = [];

    /// <summary>Collects the settings of a stack, of its entries, and of what stands in them.</summary>
    public SettingsReference()
    {
        foreach (var setting in Stack.Settings)
        {
            if (RecordOf(setting.Kind) is { } type)
            {
                Collect(type, new(setting.Key, setting.Kind is MapKind ? $"An entry of `{setting.Key}`" : $"`{setting.Key}`", []));
            }
        }
    }

    /// <summary>All settings, each once.</summary>
    public IEnumerable<Setting> All => [.. Stack.Settings, .. sections.Keys.SelectMany(Declared)];

    private static SettingsType Stack => SettingsType.Of(typeof(StackSettings));

    /// <summary>The settings as Markdown: the stack's, those of the entries of each map, and of what stands in them.</summary>
    public string Settings() => Table("setting", Stack.Settings) + string.Concat(sections.Select(section =>
        $"\n{section.Value.Level} {section.Value.Heading}\n\n{Table("key", Declared(section.Key))}{Inherited(section.Key)}"));

    /// <summary>The words that stand in them as Markdown.</summary>
    public string Words() => string.Join('\n', words.Select(word => $"### {HeadingOfWords(word.Key)}\n\n{WordTables.Of(word.Key)}"));

    private static IEnumerable<Setting> Declared(Type record) => SettingsType.Of(record).Settings.Where(setting =>
        setting.Property.DeclaringType == record && !setting.Property.GetMethod!.IsAbstract);

    private static SettingsType? RecordOf(SettingKind kind) => kind switch
    {
        MapKind map => map.Entries,
        RecordKind record => record.Type,
        ListKind list => RecordOf(list.Item),
        _ => null,
    };

    private static Type? WordsOf(Type type) => type switch
    {
        { IsEnum: true } => type,
        { IsGenericType: true } => WordsOf(type.GetGenericArguments()[^1]),
        _ => type == typeof(MLActivity) ? type : null,
    };

    private static string LinkTo(string heading, string text) =>
        $"[{text}](#{LinkHelper.UrilizeAsGfm(heading.Replace("`", "", StringComparison.Ordinal))})";

    private static string Quoted(IEnumerable<string> keys) => string.Join(", ", keys.Select(key => $"`{key}`"));

    private void Collect(SettingsType type, Section section)
    {
        if (!sections.TryAdd(type.Record, section))
        {
            sections[type.Record].Owners.AddRange(section.Owners);
            return;
        }

        foreach (var setting in Declared(type.Record))
        {
            if (RecordOf(setting.Kind) is { } inner)
            {
                Collect(inner, new(setting.Key, $"`{setting.Key}`", [section.Key]));
            }
            else if (WordsOf(setting.Property.PropertyType) is { } word)
            {
                words.TryAdd(word, []);
                words[word].Add(setting.Key);
            }
        }

        if (InheritedBy(type.Record) is { } inherited)
        {
            Collect(SettingsType.Of(inherited), new("", "The scope of activities", [section.Key]));
        }
    }

    private static Type? InheritedBy(Type record) => record.BaseType is { } above && above != typeof(object) ? above : null;

    private string Inherited(Type record) =>
        InheritedBy(record) is { } above ? $"\nand {LinkTo(sections[above].Heading, "the scope of its activities")}.\n" : "";

    private string HeadingOfWords(Type type) => $"Words of {Quoted(words[type].Distinct())}";

    private string Table(string head, IEnumerable<Setting> settings) =>
        $"| {head} | meaning |\n| --- | --- |\n{string.Concat(settings.Select(Row))}";

    private string Row(Setting setting) => $"| {Key(setting)} | {Documentation.Summary(setting.Property)} |\n";

    private string Key(Setting setting) => (RecordOf(setting.Kind), WordsOf(setting.Property.PropertyType)) switch
    {
        ({ } inner, _) => LinkTo(sections[inner.Record].Heading, $"`{setting.Key}`"),
        (_, { } word) => LinkTo(HeadingOfWords(word), $"`{setting.Key}`"),
        _ => $"`{setting.Key}`",
    };

    /// <summary>The settings of a record.</summary>
    /// <param name="Key">The key at which it stands.</param>
    /// <param name="Title">What it is.</param>
    /// <param name="Owners">The keys in whose records it stands; none for the stack's own.</param>
    private sealed record Section(string Key, string Title, List<string> Owners)
    {
        public string Heading => Owners.Count == 0 ? Title : $"{Title}, in {Quoted(Owners)}";

        public string Level => Owners.Count == 0 ? "###" : "####";
    }
}
