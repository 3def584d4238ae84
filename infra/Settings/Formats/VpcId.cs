namespace SageMakerIam.Settings.Formats;

/// <summary>The id of a VPC.</summary>
internal sealed class VpcId : Format
{
    /// <inheritdoc/>
    public override string Allowed => "a VPC's id, such as 'vpc-0a1b2c3d'";

    /// <inheritdoc/>
    public override string Pattern => "vpc-[0-9a-f]+";
}
