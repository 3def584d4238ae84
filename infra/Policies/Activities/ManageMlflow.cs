using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Make MLflow tracking servers, start, stop, change and delete them; make MLflow Apps, and change and delete those of <c>mlflowApps</c>.
/// </summary>
/// <remarks>SageMaker AI Developer Guide, "Set up IAM permissions for MLflow", and "MLflow App setup prerequisites".</remarks>
internal sealed record ManageMlflow : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "ManageTrackingServers",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:CreateMlflowTrackingServer", "sagemaker:CreatePresignedMlflowTrackingServerUrl",
                "sagemaker:DeleteMlflowTrackingServer", "sagemaker:DescribeMlflowTrackingServer", "sagemaker:StartMlflowTrackingServer",
                "sagemaker:StopMlflowTrackingServer", "sagemaker:UpdateMlflowTrackingServer",
            ],
            Resources = scope.SageMaker("mlflow-tracking-server"),
        };
        // SageMaker gives an app its id.
        ImmutableArray<string> apps = [scope.Account.Regional("sagemaker", "mlflow-app/*")];
        yield return new Statement { Sid = "CreateMlflowApps", Actions = ["sagemaker:CreateMlflowApp"], Resources = apps };
        yield return SageMakerTags.WhenCreated("MlflowAppTags", apps, "CreateMlflowApp");
        if (!scope.MlflowApps.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "ManageMlflowApps",
                Actions =
                [
                    .. SageMakerTags.Actions,
                    "sagemaker:CreatePresignedMlflowAppUrl", "sagemaker:DeleteMlflowApp", "sagemaker:DescribeMlflowApp",
                    "sagemaker:UpdateMlflowApp",
                ],
                Resources = [.. scope.MlflowApps.Select(app => scope.Account.Regional("sagemaker", $"mlflow-app/{app}"))],
            };
        }

        yield return new Statement
        {
            Sid = "ListMlflow",
            Actions = ["sagemaker:ListMlflowApps", "sagemaker:ListMlflowTrackingServers"],
            Resources = ["*"],
        };
    }
}
