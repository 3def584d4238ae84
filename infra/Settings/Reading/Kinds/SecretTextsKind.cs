using System.Collections.Immutable;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings.Reading.Kinds;

/// <summary>A map of texts that may be secret, so that no fault shows one; its keys are those of one of the stack's maps.</summary>
/// <param name="keys">What its keys are.</param>
/// <param name="format">The format of the texts.</param>
/// <param name="texts">The texts, in words that complete "a map of …".</param>
internal sealed class SecretTextsKind(KeyKind keys, Format format, string texts) : SettingKind
{
    /// <summary>The format of the texts.</summary>
    public Format Format => format;

    /// <inheritdoc/>
    public override string Expected(SettingsNode at) => $"a map of {texts}, each by its key in {keys.Map}";

    /// <inheritdoc/>
    public override object? Read(SettingsNode node)
    {
        var hidden = node.NotShown;
        if (!hidden.IsMap)
        {
            hidden.Report($"Expected {Expected(node)}");
            return null;
        }

        var read = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var at in hidden.Entries())
        {
            if (!node.KeysOf(keys.Map).Contains(at.EntryKey))
            {
                at.ReportEntryKey(keys.Remedy(at.EntryKey, at));
            }

            if (new TextKind(format, typeof(string)).Read(at) is string text)
            {
                read[at.EntryKey] = text;
            }
        }

        return read.ToImmutable();
    }
}
