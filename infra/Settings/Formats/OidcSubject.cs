namespace SageMakerIam.Settings.Formats;

/// <summary>The subject of an OpenID Connect token. What a policy would take for a wildcard or a variable is refused.</summary>
/// <remarks>GitHub Docs, "OpenID Connect reference", customizing the subject claims.</remarks>
internal sealed class OidcSubject : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "the whole subject, such as 'repo:acme/churn:environment:prod', without spaces and *, ?, $, of characters up to U+00FF";

    /// <inheritdoc/>
    public override string Pattern => $@"(?:(?!\s)[{PlainCharacters}]){{1,1024}}";
}
