using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Run AutoML jobs, follow and stop them, and see their candidates.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal sealed record ManageAutoML : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "ManageAutoML",
            Actions =
            [
                .. SageMakerTags.OfJobs,
                "sagemaker:CreateAutoMLJob", "sagemaker:CreateAutoMLJobV2",
                "sagemaker:DescribeAutoMLJob", "sagemaker:DescribeAutoMLJobV2", "sagemaker:StopAutoMLJob",
            ],
            Resources = scope.SageMaker("automl-job"),
        };
        yield return SageMakerTags.WhenCreated("AutoMLTags", scope.SageMaker("automl-job"), "CreateAutoMLJob", "CreateAutoMLJobV2");
        yield return new Statement
        {
            Sid = "ListAutoML",
            Actions = ["sagemaker:ListAutoMLJobs", "sagemaker:ListCandidatesForAutoMLJob"],
            Resources = ["*"],
        };
    }
}
