using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Work in Canvas as one of <c>studioUserProfiles</c>: its application, and what Canvas makes, trains and deploys, whose names begin with
/// <c>Canvas</c> or <c>canvas</c> whoever made them.
/// </summary>
/// <remarks>AWS Managed Policy Reference, AmazonSageMakerCanvasFullAccess and AmazonSageMakerCanvasDirectDeployAccess.</remarks>
internal sealed record UseCanvas : MLActivity
{
    private static readonly ImmutableArray<string> Names = ["Canvas", "canvas"];

    /// <inheritdoc/>
    public override string Needs => "studioUserProfiles";

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        ImmutableArray<string> Made(params string[] types) => [.. types.SelectMany(type => scope.Account.SageMaker(type, Names))];
        yield return new Statement
        {
            Sid = "OpenCanvas",
            Actions = ["sagemaker:CreatePresignedDomainUrl", "sagemaker:DescribeUserProfile", "sagemaker:ListTags"],
            Resources = scope.StudioUserProfileArns,
        };
        yield return new Statement
        {
            Sid = "CanvasDomains",
            Actions = ["sagemaker:DescribeDomain"],
            Resources = [.. scope.StudioDomains.Select(domain => scope.Account.Regional("sagemaker", $"domain/{domain}"))],
        };
        yield return new Statement
        {
            Sid = "CanvasApps",
            // With its domain's tags: SageMaker AI Developer Guide, "Add custom tags to resources", prerequisites.
            Actions = ["sagemaker:AddTags", "sagemaker:CreateApp", "sagemaker:DeleteApp", "sagemaker:DescribeApp"],
            Resources =
            [
                .. scope.StudioUserProfiles.Select(profile => scope.Account.Regional("sagemaker", $"app/{profile}/Canvas/default")),
            ],
        };
        yield return new Statement
        {
            Sid = "CanvasJobs",
            Actions =
            [
                "sagemaker:AddTags", "sagemaker:CreateAutoMLJob", "sagemaker:CreateAutoMLJobV2", "sagemaker:CreateProcessingJob",
                "sagemaker:CreateTrainingJob", "sagemaker:DescribeAutoMLJob", "sagemaker:DescribeAutoMLJobV2",
                "sagemaker:DescribeProcessingJob", "sagemaker:DescribeTrainingJob", "sagemaker:DescribeTransformJob", "sagemaker:ListTags",
                "sagemaker:StopAutoMLJob", "sagemaker:StopTrainingJob", "sagemaker:StopTransformJob",
            ],
            Resources = Made("automl-job", "processing-job", "training-job", "transform-job"),
        };
        yield return new Statement
        {
            Sid = "CanvasEndpoints",
            Actions =
            [
                "sagemaker:AddTags", "sagemaker:CreateEndpoint", "sagemaker:CreateModel", "sagemaker:DeleteEndpoint",
                "sagemaker:DeleteEndpointConfig", "sagemaker:DeleteModel", "sagemaker:DescribeEndpoint",
                "sagemaker:DescribeEndpointConfig", "sagemaker:DescribeModel", "sagemaker:InvokeEndpoint", "sagemaker:ListTags",
                "sagemaker:UpdateEndpoint",
            ],
            Resources = Made("endpoint", "endpoint-config", "model"),
        };
        yield return new Statement
        {
            Sid = "CanvasModels",
            Actions = ["sagemaker:CreateEndpointConfig", "sagemaker:CreateTransformJob"],
            Resources = Made("endpoint-config", "transform-job"),
            // Another's model would run, as its role.
            Conditions = [Condition.ArnLikeIfExists("sagemaker:ModelArn", Made("model"))],
        };
        yield return new Statement { Sid = "ListCanvas", Actions = ["sagemaker:ListCandidatesForAutoMLJob"], Resources = ["*"] };
    }
}
