namespace SageMakerIam.Settings.Formats;

/// <summary>A SageMaker instance type, or a pattern of some.</summary>
/// <remarks>SageMaker API Reference, "ResourceConfig", and "ResourceSpec", which has <c>system</c> for applications of Studio.</remarks>
internal sealed class InstanceType : Format
{
    /// <inheritdoc/>
    public override string Allowed => "an instance type of SageMaker, such as 'ml.m5.xlarge', a pattern such as 'ml.m5.*', or 'system'";

    /// <inheritdoc/>
    public override string Pattern => @"system|ml\.([a-z0-9-]*\*[a-z0-9*-]*|[a-z0-9*-]+\.[a-z0-9*]+)";

    /// <inheritdoc/>
    public override string? Lesson(string text) =>
        !text.StartsWith("ml.", StringComparison.Ordinal) ? "SageMaker's instance types begin with 'ml.', EC2's do not"
        : text.IndexOf('.', "ml.".Length) < 0 ? "It has no size, and is no instance's type"
        : null;
}
