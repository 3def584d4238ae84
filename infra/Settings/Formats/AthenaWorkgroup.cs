namespace SageMakerIam.Settings.Formats;

/// <summary>The name of a workgroup of Athena.</summary>
/// <remarks>Athena API Reference, CreateWorkGroup, Name; what a policy would take for a wildcard cannot stand in it.</remarks>
internal sealed class AthenaWorkgroup : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the name of a workgroup of Athena, such as 'primary': at most 128 letters, digits and '._-'";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9._-]{1,128}";
}
