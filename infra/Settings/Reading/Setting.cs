using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SageMakerIam.Iam;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Reading.Kinds;

namespace SageMakerIam.Settings.Reading;

/// <summary>One setting of a record: all that its property declares.</summary>
internal sealed class Setting
{
    /// <summary>Takes a property for a setting.</summary>
    /// <exception cref="InvalidOperationException">The property does not say what may stand there.</exception>
    public Setting(PropertyInfo property)
    {
        Property = property;
        Key = KeyOf(property.Name);
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute));
        NeededWith = property.GetCustomAttribute<NeededWithAttribute>() is { } needed ? KeyOf(needed.Other) : null;
        OnlyWith = property.GetCustomAttribute<OnlyWithAttribute>();
        Kind = KindOf(property.PropertyType);
    }

    /// <summary>The property.</summary>
    public PropertyInfo Property { get; }

    /// <summary>The key in the configuration: the property's name in camel case.</summary>
    public string Key { get; }

    /// <summary>What may stand there.</summary>
    public SettingKind Kind { get; }

    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; }

    /// <summary>The key of the list with which it must be there; null for none.</summary>
    public string? NeededWith { get; }

    /// <summary>The setting with or without which alone it has a use; null for none.</summary>
    public OnlyWithAttribute? OnlyWith { get; }

    /// <summary>The key of a property.</summary>
    public static string KeyOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    private SettingKind KindOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(bool) => new BooleanKind(),
            _ when type == typeof(int) => new WholeNumberKind(Declared<WholeNumberAttribute>()),
            _ when type == typeof(string) && Property.GetCustomAttribute<KeyOfAttribute>() is { } key => KeyKindOf(key),
            _ when type == typeof(string) || type == typeof(Arn) => new TextKind(Declared<FormatAttribute>().Format, type),
            _ when type == typeof(MLActivity) => new WordKind(Vocabulary.OfActivities),
            _ when type.IsEnum => new WordKind(Vocabulary.Of(type)),
            _ when Is(type, typeof(ImmutableArray<>)) => ListOf(type.GetGenericArguments()[0]),
            _ when type == typeof(ImmutableSortedDictionary<string, string>) => new SecretTextsKind(
                new KeyKind(KeyOf(Declared<KeyOfAttribute>().Map)),
                Declared<FormatAttribute>().Format,
                Declared<SecretTextsAttribute>().Texts),
            _ when Is(type, typeof(ImmutableSortedDictionary<,>)) =>
                new MapKind(Declared<FormatAttribute>().Format, SettingsType.Of(type.GetGenericArguments()[1])),
            _ => new RecordKind(SettingsType.Of(type)),
        };
    }

    private SettingKind KeyKindOf(KeyOfAttribute key)
    {
        var kind = new KeyKind(KeyOf(key.Map));
        return Property.GetCustomAttribute<FormatAttribute>() is { } format
            ? new KeyOrTextKind(kind, new TextKind(format.Format, typeof(string)))
            : kind;
    }

    private ListKind ListOf(Type item) => new(
        KindOf(item),
        item,
        Property.GetCustomAttribute<ListOfAttribute>()?.Items,
        Property.IsDefined(typeof(NotEmptyAttribute)),
        Property.IsDefined(typeof(OrOneAttribute)));

    private T Declared<T>()
        where T : Attribute => Property.GetCustomAttribute<T>()
        ?? throw new InvalidOperationException($"{Property.DeclaringType}.{Property.Name} has no {typeof(T).Name}.");

    private static bool Is(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;
}
