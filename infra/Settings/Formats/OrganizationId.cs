namespace SageMakerIam.Settings.Formats;

/// <summary>The id of an AWS organization.</summary>
/// <remarks>AWS Organizations API Reference, Organization, Id.</remarks>
internal sealed class OrganizationId : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the id of an AWS organization: 'o-' and 10 to 32 lower-case letters and digits";

    /// <inheritdoc/>
    public override string Pattern => "o-[a-z0-9]{10,32}";
}
