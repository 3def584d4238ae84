namespace SageMakerIam.Settings.Formats;

/// <summary>A CloudWatch namespace, or the beginning of some.</summary>
/// <remarks>Amazon CloudWatch User Guide, "Namespaces".</remarks>
internal sealed class MetricNamespace : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "a CloudWatch namespace, such as '/aws/sagemaker/*': letters, digits and any of ._-/#: and space, with '*' only "
        + "behind other characters";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9._/#: -]{1,254}[*]?";
}
