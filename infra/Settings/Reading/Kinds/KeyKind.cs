namespace SageMakerIam.Settings.Reading.Kinds;

/// <summary>A key of one of the stack's maps.</summary>
/// <param name="map">The map's key.</param>
internal sealed class KeyKind(string map) : SettingKind
{
    /// <summary>The map's key.</summary>
    public string Map => map;

    /// <inheritdoc/>
    public override string Expected(SettingsNode at) => $"a key of {map}: {string.Join(", ", at.KeysOf(map))}";

    /// <inheritdoc/>
    public override object? Read(SettingsNode node)
    {
        var known = node.KeysOf(map);
        if (node.Text is { } key && known.Contains(key))
        {
            return key;
        }

        node.Report(Remedy(node.Text, node));
        return null;
    }

    /// <summary>What to say where something else stands than a key: a sentence without its full stop.</summary>
    public string Remedy(string? found, SettingsNode at)
    {
        var known = at.KeysOf(map);
        return known.IsEmpty ? $"There is nothing in {map} to refer to" : $"{Nearest(found, known)}Expected {Expected(at)}";
    }
}
