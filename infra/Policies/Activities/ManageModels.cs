using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Create and delete models, and register model packages.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal sealed record ManageModels : MLActivity
{
    /// <summary>
    /// What is made with models is made with the models of the prefixes: another's would run with the role that it was made with, which
    /// nobody is asked to pass.
    /// </summary>
    /// <remarks>
    /// Service Authorization Reference, Amazon SageMaker, sagemaker:ModelArn. A request without a model has no such key: an endpoint for
    /// inference components runs as a role that is passed.
    /// </remarks>
    public static Condition OfOwnModels(ActivityScope scope) =>
        Condition.ArnLikeIfExists("sagemaker:ModelArn", scope.SageMaker("model"));

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "ManageModels",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:AccessModelPackage",
                "sagemaker:CreateModel", "sagemaker:CreateModelPackage", "sagemaker:CreateModelPackageGroup",
                "sagemaker:DeleteModel", "sagemaker:DeleteModelPackage", "sagemaker:DeleteModelPackageGroup",
                "sagemaker:DescribeModel", "sagemaker:DescribeModelPackage", "sagemaker:DescribeModelPackageGroup",
                "sagemaker:BatchDescribeModelPackage", .. Sharing("Delete", scope), "sagemaker:GetModelPackageGroupPolicy",
                "sagemaker:ListModelPackages", .. Sharing("Put", scope), "sagemaker:UpdateModelPackage",
            ],
            Resources = scope.SageMaker("model", "model-package", "model-package-group"),
        };
        if (!scope.RegistryAccounts.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "SharedRegistries",
                Actions =
                [
                    "sagemaker:AccessModelPackage", "sagemaker:BatchDescribeModelPackage", "sagemaker:CreateModelPackage",
                    "sagemaker:DescribeModelPackage", "sagemaker:DescribeModelPackageGroup", "sagemaker:ListModelPackages",
                    "sagemaker:UpdateModelPackage",
                ],
                Resources =
                [
                    .. from account in scope.RegistryAccounts
                    from arn in (scope with { Account = scope.Account with { AccountId = account } })
                        .SageMaker("model-package", "model-package-group")
                    select arn,
                ],
            };
        }

        yield return new Statement
        {
            Sid = "ListModels",
            Actions = ["sagemaker:ListModelPackageGroups", "sagemaker:ListModels"],
            Resources = ["*"],
        };
    }

    // What says, or takes back, whom a group of models lets in.
    private static IEnumerable<string> Sharing(string verb, ActivityScope scope) =>
        scope.SharesModels ? [$"sagemaker:{verb}ModelPackageGroupPolicy"] : [];
}
