using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Find models in JumpStart's public hub, and in private hubs whose names begin with one of the prefixes, read what they are made of, and
/// deploy and train those of hubs.
/// </summary>
/// <remarks>
/// SageMaker AI Developer Guide, "SageMaker JumpStart pretrained models", and "Private curated hubs"; AWS Managed Policy Reference,
/// AmazonSageMakerCanvasFullAccess.
/// </remarks>
internal sealed record UseJumpStart : MLActivity
{
    private const string PublicHub = "SageMakerPublicHub";

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        // AWS's own hub, in an account that is written so.
        var aws = scope.Account with { AccountId = "aws" };
        ImmutableArray<string> hubs = [aws.Regional("sagemaker", $"hub/{PublicHub}"), .. scope.SageMaker("hub")];
        yield return new Statement
        {
            Sid = "UseHubs",
            Actions = ["sagemaker:DescribeHub", "sagemaker:ListHubContents"],
            Resources = hubs,
        };
        yield return new Statement
        {
            Sid = "UseHubContents",
            // Each is checked against the hub and the content.
            Actions =
            [
                "sagemaker:DeployHubModel", "sagemaker:DescribeHubContent", "sagemaker:ListHubContentVersions", "sagemaker:TrainHubModel",
            ],
            Resources =
            [
                .. hubs, aws.Regional("sagemaker", $"hub-content/{PublicHub}/*"), .. scope.SageMaker("hub-content"),
            ],
        };
        yield return new Statement { Sid = "ListHubs", Actions = ["sagemaker:ListHubs"], Resources = ["*"] };

        var bucket = $"jumpstart-cache-prod-{scope.Account.Region}";
        yield return new Statement
        {
            Sid = "JumpStartModels",
            // AWS's own bucket, with the list of the models, their scripts and artifacts.
            Actions = ["s3:GetObject", "s3:ListBucket"],
            Resources = [scope.Account.Bucket(bucket), scope.Account.Objects(bucket, "")],
        };
    }
}
