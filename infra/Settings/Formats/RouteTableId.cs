namespace SageMakerIam.Settings.Formats;

/// <summary>The id of a route table.</summary>
internal sealed class RouteTableId : Format
{
    /// <inheritdoc/>
    public override string Allowed => "a route table's id, such as 'rtb-0a1b2c3d'";

    /// <inheritdoc/>
    public override string Pattern => "rtb-[0-9a-f]+";
}
