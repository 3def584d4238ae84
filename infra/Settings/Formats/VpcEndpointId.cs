namespace SageMakerIam.Settings.Formats;

/// <summary>The id of a VPC endpoint.</summary>
internal sealed class VpcEndpointId : Format
{
    /// <inheritdoc/>
    public override string Allowed => "a VPC endpoint's id, such as 'vpce-0a1b2c3d'";

    /// <inheritdoc/>
    public override string Pattern => "vpce-[0-9a-f]+";
}
