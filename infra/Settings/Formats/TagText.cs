namespace SageMakerIam.Settings.Formats;

/// <summary>The key or the value of a tag.</summary>
/// <remarks>SageMaker API Reference, "Tag".</remarks>
internal sealed class TagText : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the key or value of a tag, such as 'project': 1 to 128 letters, digits, spaces and any of _.:/=+-@";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9 _.:/=+@-]{1,128}";
}
