namespace SageMakerIam.Settings.Formats;

/// <summary>
/// The subject of an OpenID Connect token, or what such subjects begin with: up to a colon or slash, so that nothing of another begins so,
/// and no less than four characters, so that something of one's own stands there.
/// </summary>
/// <remarks>
/// Atlassian Support, "Integrate Pipelines with resource servers using OIDC": its subject ends with the id of a step, which each run has
/// anew.
/// </remarks>
internal sealed class OidcSubjects : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "the whole subject, such as 'organization:acme:project:ml:workspace:prod:run_phase:apply', without spaces and *, ?, $, of "
        + "characters up to U+00FF; or its beginning, which ends in ':*' or '/*'";

    /// <inheritdoc/>
    public override string Pattern => $@"(?:(?!\s)[{PlainCharacters}]){{1,1024}}|(?:(?!\s)[{PlainCharacters}]){{4,1022}}[:/]\*";
}
