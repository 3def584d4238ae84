using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using SageMakerIam.Settings.Declarations;

namespace SageMakerIam.Settings.Reading;

/// <summary>The words that the configuration has for the values of an enumeration, or for ML activities: one word each.</summary>
internal sealed class Vocabulary
{
    private static readonly ConcurrentDictionary<Type, Vocabulary> Known = new();

    private readonly ImmutableArray<(string Word, object Value)> meanings;

    private Vocabulary(IEnumerable<(string Word, object Value)> meanings) => this.meanings = [.. meanings];

    /// <summary>The words, in the order of the values.</summary>
    public IEnumerable<string> Words => meanings.Select(meaning => meaning.Word);

    /// <summary>The words for ML activities.</summary>
    public static Vocabulary OfActivities { get; } = new(MLActivity.All.Select(activity => (activity.Word, (object)activity)));

    /// <summary>The vocabulary of an enumeration.</summary>
    public static Vocabulary Of(Type enumeration) => Known.GetOrAdd(enumeration, type => new Vocabulary(Values(type)));

    /// <summary>The word for a value.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => Of(typeof(T)).meanings.Single(meaning => meaning.Value.Equals(value)).Word;

    /// <summary>The value that a word stands for; null if there is none.</summary>
    public static T? Meaning<T>(string word)
        where T : struct, Enum => (T?)Of(typeof(T)).Meaning(word);

    /// <summary>The value that a word stands for; null if there is none.</summary>
    public object? Meaning(string word) => meanings.FirstOrDefault(meaning => meaning.Word == word).Value;

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Words);

    private static IEnumerable<(string Word, object Value)> Values(Type enumeration) =>
        Enum.GetValues(enumeration).Cast<object>().Select(value => (WordOf(enumeration, value), value));

    private static string WordOf(Type enumeration, object value)
    {
        var name = value.ToString()!;
        return enumeration.GetField(name)!.GetCustomAttribute<WordAttribute>()?.Word ?? JsonNamingPolicy.CamelCase.ConvertName(name);
    }
}
