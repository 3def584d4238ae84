using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Activities;

/// <summary>Models, and the model registry's groups and packages.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal static class ManageModels
{
    /// <summary>The statements, for models and model package groups whose names begin with one of the prefixes.</summary>
    public static IEnumerable<Statement> Statements(ImmutableArray<string> resourcePrefixes, AwsAccount account)
    {
        yield return new Statement
        {
            Sid = "ManageModels",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:CreateModel", "sagemaker:CreateModelPackage", "sagemaker:CreateModelPackageGroup",
                "sagemaker:DeleteModel", "sagemaker:DeleteModelPackage", "sagemaker:DeleteModelPackageGroup",
                "sagemaker:DescribeModel", "sagemaker:DescribeModelPackage", "sagemaker:DescribeModelPackageGroup",
                "sagemaker:ListModelPackages", "sagemaker:UpdateModelPackage",
            ],
            Resources =
            [
                .. account.SageMaker("model", resourcePrefixes),
                .. account.SageMaker("model-package", resourcePrefixes),
                .. account.SageMaker("model-package-group", resourcePrefixes),
            ],
        };
        yield return new Statement
        {
            Sid = "ListModels",
            Actions = ["sagemaker:ListModelPackageGroups", "sagemaker:ListModels"],
            Resources = ["*"],
        };
    }
}
