namespace SageMakerIam.Settings.Reading.Kinds;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class BooleanKind : SettingKind
{
    /// <inheritdoc/>
    public override string Expected(SettingsNode at) => "true or false";

    /// <inheritdoc/>
    public override object? Read(SettingsNode node)
    {
        var found = node.Boolean();
        if (found is null)
        {
            node.Report($"Expected {Expected(node)}");
        }

        return found;
    }
}
