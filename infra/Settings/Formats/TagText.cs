namespace SageMakerIam.Settings.Formats;

/// <summary>The key or the value of a tag.</summary>
/// <remarks>SageMaker API Reference, "Tag"; AWS General Reference, "Tagging AWS resources": <c>aws:</c> is kept for AWS.</remarks>
internal sealed class TagText : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the key or value of a tag, such as 'project': 1 to 128 letters, digits, spaces and any of _.:/=+-@";

    /// <inheritdoc/>
    public override string Pattern => "(?![Aa][Ww][Ss]:)[A-Za-z0-9 _.:/=+@-]{1,128}";

    /// <inheritdoc/>
    public override string? Lesson(string text) => text.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
        ? "AWS keeps what begins with 'aws:' for itself, and refuses it of anybody else"
        : null;
}
