namespace SageMakerIam.Settings.Formats;

/// <summary>The name of an environment on GitHub.</summary>
/// <remarks>GitHub Docs, "Managing environments for deployment".</remarks>
internal sealed class GitHubEnvironment : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the name of an environment: 1 to 255 characters up to U+00FF, as IAM takes them, without *, ? and $";

    /// <inheritdoc/>
    public override string Pattern => $"[{PlainCharacters}]{{1,255}}";
}
