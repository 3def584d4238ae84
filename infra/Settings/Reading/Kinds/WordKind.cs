namespace SageMakerIam.Settings.Reading.Kinds;

/// <summary>A word of a vocabulary.</summary>
internal sealed class WordKind(Vocabulary vocabulary) : SettingKind
{
    /// <summary>The vocabulary.</summary>
    public Vocabulary Vocabulary => vocabulary;

    /// <inheritdoc/>
    public override string Expected(SettingsNode at) => $"one of: {vocabulary}";

    /// <inheritdoc/>
    public override object? Read(SettingsNode node)
    {
        var meaning = node.Text is { } word ? vocabulary.Meaning(word) : null;
        if (meaning is null)
        {
            node.Report($"{Nearest(node.Text, vocabulary.Words)}Expected {Expected(node)}");
        }

        return meaning;
    }
}
