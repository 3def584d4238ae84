namespace SageMakerIam.Settings.Formats;

/// <summary>A CloudWatch namespace, or the beginning of some.</summary>
/// <remarks>Amazon CloudWatch User Guide, "Namespaces"; API Reference, PutMetricData, Namespace.</remarks>
internal sealed class MetricNamespace : Format
{
    private const string OfAws = "AWS/";

    /// <inheritdoc/>
    public override string Allowed =>
        "a CloudWatch namespace, such as '/aws/sagemaker/*': letters, digits and any of ._-/#: and space, with '*' only "
        + "behind other characters";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9._/#: -]{1,254}[*]?";

    /// <inheritdoc/>
    public override string? Objection(string text, Place place)
    {
        var isOfAws = text.EndsWith('*')
            ? OfAws.StartsWith(text[..^1], StringComparison.Ordinal) || text.StartsWith(OfAws, StringComparison.Ordinal)
            : text.StartsWith(OfAws, StringComparison.Ordinal);
        return isOfAws ? $"Namespaces that begin with {OfAws} are those of AWS's own services, whose alarms would believe it" : null;
    }
}
