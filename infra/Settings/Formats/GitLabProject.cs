namespace SageMakerIam.Settings.Formats;

/// <summary>A project on GitLab, with its groups.</summary>
/// <remarks>GitLab Docs, "Reserved project and group names".</remarks>
internal sealed class GitLabProject : Format
{
    /// <inheritdoc/>
    public override string Allowed => "a project with its groups, 'GROUP/PROJECT'";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)+";
}
