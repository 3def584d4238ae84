namespace SageMakerIam.Settings.Formats;

/// <summary>A branch or a tag. What a policy would take for a wildcard or a variable is refused.</summary>
/// <remarks>git-check-ref-format(1).</remarks>
internal sealed class GitRef : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "the whole name of a branch or tag, such as 'main', without refs/, spaces and *, ?, :, ~, ^, $, of characters up to U+00FF";

    /// <inheritdoc/>
    public override string Pattern => $@"(?!refs/)(?:(?![\s:~^\\[])[{PlainCharacters}]){{1,255}}";
}
