namespace SageMakerIam.Settings.Formats;

/// <summary>An ECR repository: its name, or the ARN of one in another account or region.</summary>
/// <remarks>Amazon ECR API Reference, CreateRepository, repositoryName.</remarks>
internal sealed class Repository : RegionalArnFormat
{
    /// <inheritdoc/>
    public override string Allowed =>
        "a repository's name in lower case, such as 'unet-training', or an ARN 'arn:aws:ecr:REGION:ACCOUNT:repository/NAME'";

    /// <inheritdoc/>
    public override string Pattern => $"(?:{AnyPartition}:ecr:{Region}:{Account}:repository/)?{Name}";

    private const string Name = "(?=.{2,256}$)(?:[a-z0-9]+(?:[._-]+[a-z0-9]+)*/)*[a-z0-9]+(?:[._-]+[a-z0-9]+)*";
}
