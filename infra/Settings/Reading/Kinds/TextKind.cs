using SageMakerIam.Iam;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings.Reading.Kinds;

/// <summary>A text of a format.</summary>
/// <param name="format">The format.</param>
/// <param name="type">What is made of it: <see cref="string"/> or <see cref="Arn"/>.</param>
internal sealed class TextKind(Format format, Type type) : SettingKind
{
    /// <summary>The format.</summary>
    public Format Format => format;

    /// <inheritdoc/>
    public override string Expected(SettingsNode at) => format.AllowedAt(at.Place);

    /// <inheritdoc/>
    public override object? Read(SettingsNode node)
    {
        if (node.Text is { } text && format.Matches(text))
        {
            node.Remember(format);
            return type == typeof(Arn) ? Arn.Parse(text) : text;
        }

        var lesson = node.Text is null ? null : format.Lesson(node.Text);
        node.Report(lesson is null ? $"Expected {Expected(node)}" : $"{lesson}. Expected {Expected(node)}");
        return null;
    }
}
