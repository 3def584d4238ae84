namespace SageMakerIam.Settings.Reading.Kinds;

/// <summary>A kind of value that may stand at a setting.</summary>
internal abstract class SettingKind
{
    /// <summary>What is expected, in words that complete "Expected …".</summary>
    public abstract string Expected(SettingsNode at);

    /// <summary>Reads the value; null if it is faulty, which is reported.</summary>
    public abstract object? Read(SettingsNode node);

    /// <summary>The nearest of some words, as the beginning of a sentence to report; empty where none is near.</summary>
    protected static string Nearest(string? word, IEnumerable<string> known) =>
        word is not null && NearestWord.Of(word, known) is { } nearest ? $"Did you mean '{nearest}'? " : "";
}
