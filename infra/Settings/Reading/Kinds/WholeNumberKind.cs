using System.Globalization;
using SageMakerIam.Settings.Declarations;

namespace SageMakerIam.Settings.Reading.Kinds;

/// <summary>A whole number within bounds.</summary>
internal sealed class WholeNumberKind(WholeNumberAttribute bounds) : SettingKind
{
    /// <summary>The bounds.</summary>
    public WholeNumberAttribute Bounds => bounds;

    /// <inheritdoc/>
    public override string Expected(SettingsNode at) =>
        string.Create(CultureInfo.InvariantCulture, $"a whole number of {bounds.Unit} from {bounds.Least} to {bounds.Most}");

    /// <inheritdoc/>
    public override object? Read(SettingsNode node)
    {
        if (node.WholeNumber() is { } number && number >= bounds.Least && number <= bounds.Most)
        {
            return number;
        }

        node.Report($"Expected {Expected(node)}");
        return null;
    }
}
