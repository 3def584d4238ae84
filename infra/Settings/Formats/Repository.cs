using System.Text.RegularExpressions;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Formats;

/// <summary>An ECR repository: its name, or the ARN of one in another account or region.</summary>
/// <remarks>Amazon ECR API Reference, CreateRepository, repositoryName.</remarks>
internal sealed partial class Repository : RegionalArnFormat
{
    /// <inheritdoc/>
    public override string Allowed =>
        "a repository's name in lower case, such as 'unet-training', or an ARN 'arn:aws:ecr:REGION:ACCOUNT:repository/NAME'";

    /// <inheritdoc/>
    public override string Pattern => $"(?:{AnyPartition}:ecr:{Region}:{Account}:repository/)?{RepositoryName.Name}";

    /// <summary>What to write for the URI of an image, which is more than its repository, and for all repositories of AWS.</summary>
    public override string? Lesson(string text)
    {
        if (EveryRepository().Match(text) is { Success: true } every && AwsImages.IsHost(every.Groups["account"].Value))
        {
            return "AWS's own images are named one by one, under awsImages";
        }

        var image = ImageUri().Match(text);
        if (!image.Success)
        {
            return null;
        }

        var (account, region, name) = (image.Groups["account"].Value, image.Groups["region"].Value, image.Groups["name"].Value);
        return AwsImages.AccountOf(name, region) is not null && AwsImages.IsHost(account)
            ? $"It is an image of AWS's own: write '{name}' under awsImages"
            : $"It is an image: write its repository, 'arn:{AwsAccount.In(region).Partition}:ecr:{region}:{account}:repository/{name}'";
    }

    [GeneratedRegex(@"\Aarn:[a-z-]+:ecr:[^:]+:(?<account>[0-9]{12}):repository/.*\*")]
    private static partial Regex EveryRepository();

    [GeneratedRegex(@"\A(?<account>[0-9]{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.[a-z0-9.-]+/(?<name>[a-z0-9._/-]+)(?:[:@].*)?\z")]
    private static partial Regex ImageUri();
}
