namespace SageMakerIam.Settings.Formats;

/// <summary>The id of a security group.</summary>
internal sealed class SecurityGroupId : Format
{
    /// <inheritdoc/>
    public override string Allowed => "a security group's id, such as 'sg-0a1b2c3d'";

    /// <inheritdoc/>
    public override string Pattern => "sg-[0-9a-f]+";
}
