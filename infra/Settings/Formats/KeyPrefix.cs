namespace SageMakerIam.Settings.Formats;

/// <summary>The beginning of object keys. What a policy would take for a wildcard or a variable is refused.</summary>
internal sealed class KeyPrefix : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "the beginning of object keys, such as 'train/', without a leading '/' and without *, ? or $, of characters up to U+00FF";

    /// <inheritdoc/>
    public override string Pattern => $"(?:(?![/ ])[{PlainCharacters}]{{1,512}})?";
}
