namespace SageMakerIam.Settings.Formats;

/// <summary>The id of a partner AI app of SageMaker.</summary>
/// <remarks>SageMaker API Reference, DescribePartnerApp, Arn.</remarks>
internal sealed class PartnerAppId : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the id of a partner AI app, 'app-' and twelve capitals and digits, which ends its ARN";

    /// <inheritdoc/>
    public override string Pattern => "app-[A-Z0-9]{12}";
}
