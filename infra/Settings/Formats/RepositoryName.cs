namespace SageMakerIam.Settings.Formats;

/// <summary>The name of an ECR repository.</summary>
/// <remarks>Amazon ECR API Reference, CreateRepository, repositoryName.</remarks>
internal sealed class RepositoryName : Format
{
    /// <summary>The pattern of a name.</summary>
    public const string Name = "(?=.{2,256}$)(?:[a-z0-9]+(?:[._-]+[a-z0-9]+)*/)*[a-z0-9]+(?:[._-]+[a-z0-9]+)*";

    /// <inheritdoc/>
    public override string Allowed => "a repository's name in lower case, such as 'unet-training'";

    /// <inheritdoc/>
    public override string Pattern => Name;
}
