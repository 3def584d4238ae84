namespace SageMakerIam.Settings.Formats;

/// <summary>A region that nothing is known of but how regions are written.</summary>
internal sealed class UncheckedRegion : Format
{
    /// <summary>The pattern of every region.</summary>
    public const string AnyRegion = "[a-z]+(?:-[a-z]+)+-[0-9]+";

    /// <inheritdoc/>
    public override string Allowed => "a region, such as 'us-east-1'";

    /// <inheritdoc/>
    public override string Pattern => AnyRegion;
}
