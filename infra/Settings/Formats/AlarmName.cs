namespace SageMakerIam.Settings.Formats;

/// <summary>The name of an alarm of CloudWatch.</summary>
/// <remarks>CloudWatch API Reference, PutMetricAlarm, AlarmName; what a policy would take for a wildcard cannot stand in it.</remarks>
internal sealed class AlarmName : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the name of an alarm of CloudWatch: at most 255 letters, digits and '._-'";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9._-]{1,255}";
}
