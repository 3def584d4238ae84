using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Write model cards, export and delete them.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal sealed record ManageModelCards : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "ManageModelCards",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:CreateModelCard", "sagemaker:CreateModelCardExportJob", "sagemaker:DeleteModelCard",
                "sagemaker:DescribeModelCard", "sagemaker:DescribeModelCardExportJob", "sagemaker:ListModelCardExportJobs",
                "sagemaker:ListModelCardVersions", "sagemaker:UpdateModelCard",
            ],
            // The ARN of an export continues its card's: model-card/NAME/export-job/ID.
            Resources = scope.SageMaker("model-card"),
        };
        yield return new Statement { Sid = "ListModelCards", Actions = ["sagemaker:ListModelCards"], Resources = ["*"] };
    }
}
