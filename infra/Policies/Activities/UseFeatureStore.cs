using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Define feature groups, write and read their records.</summary>
/// <remarks>SageMaker AI Developer Guide, "Create, store, and share features with Feature Store".</remarks>
internal sealed record UseFeatureStore : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "UseFeatureStore",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:BatchGetRecord", "sagemaker:BatchWriteRecord", "sagemaker:CreateFeatureGroup", "sagemaker:DeleteFeatureGroup",
                "sagemaker:DeleteRecord", "sagemaker:DescribeFeatureGroup", "sagemaker:DescribeFeatureMetadata", "sagemaker:GetRecord",
                "sagemaker:ListRecords", "sagemaker:PutRecord", "sagemaker:UpdateFeatureGroup", "sagemaker:UpdateFeatureMetadata",
            ],
            Resources = scope.SageMaker("feature-group"),
        };
        yield return new Statement { Sid = "ListFeatureGroups", Actions = ["sagemaker:ListFeatureGroups"], Resources = ["*"] };
    }
}
