namespace SageMakerIam.Settings.Formats;

/// <summary>The id of a subnet.</summary>
internal sealed class SubnetId : Format
{
    /// <inheritdoc/>
    public override string Allowed => "a subnet's id, such as 'subnet-0a1b2c3d'";

    /// <inheritdoc/>
    public override string Pattern => "subnet-[0-9a-f]+";
}
