namespace SageMakerIam.Settings.Reading.Kinds;

/// <summary>A key of one of the stack's maps, or a text for what the stack does not make.</summary>
/// <param name="key">The key.</param>
/// <param name="text">The text, whose format no key has.</param>
internal sealed class KeyOrTextKind(KeyKind key, TextKind text) : SettingKind
{
    /// <summary>The text.</summary>
    public TextKind Text => text;

    /// <inheritdoc/>
    public override string Expected(SettingsNode at) => at.KeysOf(key.Map).IsEmpty
        ? $"{text.Expected(at)}, or a key of {key.Map}"
        : $"{text.Expected(at)}, or {key.Expected(at)}";

    /// <inheritdoc/>
    public override object? Read(SettingsNode node)
    {
        if (node.Text is { } name && node.KeysOf(key.Map).Contains(name))
        {
            return name;
        }

        if (node.Text is { } other && text.Format.Matches(other))
        {
            return text.Read(node);
        }

        var lesson = node.Text is null ? null : text.Format.Lesson(node.Text);
        var nearest = Nearest(node.Text, node.KeysOf(key.Map));
        node.Report(lesson is null ? $"{nearest}Expected {Expected(node)}" : $"{lesson}. Expected {Expected(node)}");
        return null;
    }
}
