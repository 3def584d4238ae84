namespace SageMakerIam.Settings.Reading.Kinds;

/// <summary>A map with the keys of a record, or what stands for one.</summary>
/// <param name="type">The record.</param>
internal sealed class RecordKind(SettingsType type) : SettingKind
{
    /// <summary>The record.</summary>
    public SettingsType Type => type;

    /// <inheritdoc/>
    public override string Expected(SettingsNode at) => type.IsTrueOrMap
        ? $"true or false, or a map with the keys {string.Join(" and ", type.Keys)}"
        : $"a map with the keys {string.Join(", ", type.Keys)}";

    /// <inheritdoc/>
    public override object? Read(SettingsNode node)
    {
        if (node.IsMap)
        {
            return ReadMap(node);
        }

        if (type.ListMeans is { } key && node.IsList)
        {
            return ReadOne(type.SettingOf(key), node);
        }

        if (type.IsTrueOrMap && node.Boolean() is { } given)
        {
            return given ? Remembered(node, New()) : null;
        }

        node.Report($"Expected {Expected(node)}");
        return null;
    }

    private object? ReadOne(Setting setting, SettingsNode node)
    {
        var record = New();
        if (setting.Kind.Read(node) is { } value)
        {
            setting.Property.SetValue(record, value);
        }

        return Remembered(node, record);
    }

    private object? ReadMap(SettingsNode node)
    {
        var record = New();
        var (isWhole, isSound) = (true, true);
        foreach (var setting in type.Settings)
        {
            var faults = node.FaultCount;
            var value = ReadSetting(setting, node);
            if (value is not null)
            {
                setting.Property.SetValue(record, value);
            }

            isWhole &= value is not null || !setting.IsRequired;
            isSound &= value is not null || node.FaultCount == faults;
        }

        node.ReportKeysOtherThan(type.Keys);
        if (type.ExactlyOneOf is { } oneOf && oneOf.Settings.Count(setting => node.Key(Setting.KeyOf(setting)) is not null) != 1)
        {
            node.Report(oneOf.Lesson);
            return null;
        }

        // No rule is asked about a record that lacks what was faulty: it would find more that is not so.
        return !isWhole ? null : isSound ? Remembered(node, record) : record;
    }

    private static object? ReadSetting(Setting setting, SettingsNode node)
    {
        if (node.Key(setting.Key) is { } found)
        {
            if (setting.OnlyWith is { } only && node.Key(Setting.KeyOf(only.Other)) is null == only.Given)
            {
                found.Report(only.Lesson);
            }

            return setting.Kind.Read(found);
        }

        if (setting.IsRequired)
        {
            node.ReportMissing(setting.Key, $"Expected {setting.Kind.Expected(node)}");
        }
        else if (setting.NeededWith is { } other && node.Key(other)?.IsList == true && !node.Key(other)!.Items().IsEmpty)
        {
            node.ReportMissing(setting.Key, $"The {other} need {setting.Kind.Expected(node)}");
        }

        return null;
    }

    private object New() => Activator.CreateInstance(type.Record)!;

    private static object Remembered(SettingsNode node, object record)
    {
        node.Remember(record);
        return record;
    }
}
