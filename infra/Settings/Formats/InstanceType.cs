namespace SageMakerIam.Settings.Formats;

/// <summary>A SageMaker instance type, or a pattern of some.</summary>
/// <remarks>SageMaker API Reference, "ResourceConfig".</remarks>
internal sealed class InstanceType : Format
{
    /// <inheritdoc/>
    public override string Allowed => "an instance type of SageMaker, such as 'ml.m5.xlarge', or a pattern such as 'ml.m5.*'";

    /// <inheritdoc/>
    public override string Pattern => "ml\\.[a-z0-9*-]+(\\.[a-z0-9*]+)?";

    /// <inheritdoc/>
    public override string? Lesson(string text) =>
        text.StartsWith("ml.", StringComparison.Ordinal) ? null : "SageMaker's instance types begin with 'ml.', EC2's do not";
}
