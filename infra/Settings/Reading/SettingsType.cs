using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using SageMakerIam.Settings.Declarations;

namespace SageMakerIam.Settings.Reading;

/// <summary>A record of settings: what its properties and attributes declare.</summary>
internal sealed class SettingsType
{
    private static readonly ConcurrentDictionary<Type, SettingsType> Known = new();

    private readonly Lazy<ImmutableArray<Setting>> settings;

    private SettingsType(Type record)
    {
        Record = record;
        // A record also has a property of its own that holds its type; it cannot be set.
        settings = new(() => [.. record.GetProperties().Where(property => property.CanWrite).Select(property => new Setting(property))]);
        ExactlyOneOf = record.GetCustomAttribute<ExactlyOneOfAttribute>();
        ListMeans = record.GetCustomAttribute<ListMeansAttribute>() is { } list ? Setting.KeyOf(list.Setting) : null;
        IsTrueOrMap = record.IsDefined(typeof(TrueOrMapAttribute));
    }

    /// <summary>The record.</summary>
    public Type Record { get; }

    /// <summary>Its settings, in the order of the declaration.</summary>
    public ImmutableArray<Setting> Settings => settings.Value;

    /// <summary>The keys of its settings.</summary>
    public IEnumerable<string> Keys => Settings.Select(setting => setting.Key);

    /// <summary>The settings of which exactly one is given; null for none.</summary>
    public ExactlyOneOfAttribute? ExactlyOneOf { get; }

    /// <summary>The key of the setting that a plain list stands for; null where a list stands for nothing.</summary>
    public string? ListMeans { get; }

    /// <summary>Whether a plain <c>true</c> stands for the record without any setting.</summary>
    public bool IsTrueOrMap { get; }

    /// <summary>The declaration of a record.</summary>
    public static SettingsType Of(Type record) => Known.GetOrAdd(record, type => new SettingsType(type));

    /// <summary>The setting of a key.</summary>
    public Setting SettingOf(string key) => Settings.Single(setting => setting.Key == key);
}
