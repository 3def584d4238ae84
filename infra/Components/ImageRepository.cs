using Pulumi;
using Pulumi.Aws.Ecr;
using Pulumi.Aws.Ecr.Inputs;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>A repository of ECR, and its policy where other accounts pull from it.</summary>
internal sealed class ImageRepository : ComponentResource
{
    /// <summary>Makes it.</summary>
    /// <param name="name">The name of the repository, and of the component; its children's names begin with it.</param>
    /// <param name="settings">What it is.</param>
    /// <param name="account">The account and region that it is in.</param>
    public ImageRepository(string name, ImageRepositorySettings settings, AwsAccount account)
        : base("sagemaker-iam:index:ImageRepository", name)
    {
        var repository = new Repository(
            $"{name}-repository",
            new RepositoryArgs
            {
                Name = name,
                ImageTagMutability = "IMMUTABLE",
                ImageScanningConfiguration = new RepositoryImageScanningConfigurationArgs { ScanOnPush = true },
            },
            new CustomResourceOptions { Parent = this, Protect = settings.Protect });
        if (!settings.PullFrom.IsEmpty)
        {
            _ = new RepositoryPolicy(
                $"{name}-policy",
                new RepositoryPolicyArgs
                {
                    Repository = repository.Name.Made(),
                    Policy = ImageRepositoryPolicy.Document(settings.PullFrom, account).ToJson(),
                },
                new CustomResourceOptions { Parent = this });
        }

        RepositoryUrl = repository.RepositoryUrl.Made();
        RegisterOutputs(new Dictionary<string, object?> { ["repositoryUrl"] = RepositoryUrl });
    }

    /// <summary>Where images are pushed to and pulled from, without a tag.</summary>
    [Output("repositoryUrl")]
    public Output<string> RepositoryUrl { get; private set; }
}
