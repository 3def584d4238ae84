using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Permissions.Served;

/// <summary>What a tracking server or app of MLflow does as a role, beside reading and writing artifacts: it registers models.</summary>
/// <remarks>SageMaker AI Developer Guide, "Set up IAM permissions for MLflow", IAM service role of the tracking server.</remarks>
internal static class Mlflow
{
    public static IEnumerable<Statement> Statements(ExecutionRoleSettings role, AwsAccount account) =>
    [
        new Statement
        {
            Sid = "RegisterModels",
            Actions =
            [
                "sagemaker:AddTags", "sagemaker:CreateModelPackage", "sagemaker:CreateModelPackageGroup",
                "sagemaker:DescribeModelPackageGroup", "sagemaker:UpdateModelPackage",
            ],
            Resources = ActivityScope.Of(role, account).SageMaker("model-package", "model-package-group"),
        },
    ];
}
