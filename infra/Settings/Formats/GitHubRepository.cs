namespace SageMakerIam.Settings.Formats;

/// <summary>A repository on GitHub.</summary>
/// <remarks>GitHub Docs, "OpenID Connect reference", immutable subject claims.</remarks>
internal sealed class GitHubRepository : Format
{
    /// <inheritdoc/>
    public override string Allowed => "a repository, 'OWNER/NAME', or with its ids, 'OWNER@ID/NAME@ID'";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:/[A-Za-z0-9._-]{1,100}|@[0-9]+/[A-Za-z0-9._-]{1,100}@[0-9]+)";
}
