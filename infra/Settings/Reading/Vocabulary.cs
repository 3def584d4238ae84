using System.Collections.Immutable;

namespace SageMakerIam.Settings.Reading;

/// <summary>The words that the configuration has for the values of an enumeration: one word each.</summary>
internal sealed class Vocabulary<T>(Func<T, string> wordOf)
    where T : struct, Enum
{
    private readonly ImmutableDictionary<string, T> meanings = Enum.GetValues<T>().ToImmutableDictionary(wordOf, StringComparer.Ordinal);

    public IEnumerable<string> Words => Enum.GetValues<T>().Select(Word);

    public string Word(T value) => wordOf(value);

    public T? Meaning(string word) => meanings.TryGetValue(word, out var meaning) ? meaning : null;

    public override string ToString() => string.Join(", ", Words);
}
