using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Work with MLflow on SageMaker: all calls of MLflow clients to tracking servers and to the apps of <c>mlflowApps</c>, and their user
/// interfaces.
/// </summary>
/// <remarks>
/// Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker with MLflow"; SageMaker AI Developer
/// Guide, "MLflow App setup prerequisites", data plane actions.
/// </remarks>
internal sealed record UseMlflow : MLActivity
{
    private static readonly ImmutableArray<string> Calls =
    [
        "CreateExperiment", "CreateModelVersion", "CreateRegisteredModel", "CreateRun", "DeleteExperiment", "DeleteLoggedModel",
        "DeleteLoggedModelTag", "DeleteModelVersion", "DeleteModelVersionTag", "DeleteRegisteredModel", "DeleteRegisteredModelAlias",
        "DeleteRegisteredModelTag", "DeleteRun", "DeleteTag", "DeleteTraceTag", "DeleteTraces", "EndTrace", "FinalizeLoggedModel",
        "GetDownloadURIForModelVersionArtifacts", "GetExperiment", "GetExperimentByName", "GetLatestModelVersions", "GetLoggedModel",
        "GetMetricHistory", "GetModelVersion", "GetModelVersionByAlias", "GetRegisteredModel", "GetRun", "GetTraceInfo", "ListArtifacts",
        "ListLoggedModelArtifacts", "LogBatch", "LogInputs", "LogLoggedModelParams", "LogMetric", "LogModel", "LogOutputs", "LogParam",
        "RenameRegisteredModel", "RestoreExperiment", "RestoreRun", "SearchExperiments", "SearchLoggedModels", "SearchModelVersions",
        "SearchRegisteredModels", "SearchRuns", "SearchTraces", "SetExperimentTag", "SetLoggedModelTags", "SetModelVersionTag",
        "SetRegisteredModelAlias", "SetRegisteredModelTag", "SetTag", "SetTraceTag", "StartTrace", "TransitionModelVersionStage",
        "UpdateExperiment", "UpdateModelVersion", "UpdateRegisteredModel", "UpdateRun",
    ];

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "UseTrackingServers",
            Actions = [.. Calls.Select(call => $"sagemaker-mlflow:{call}")],
            Resources = scope.SageMaker("mlflow-tracking-server"),
        };
        yield return new Statement
        {
            Sid = "OpenTrackingServers",
            Actions = ["sagemaker:CreatePresignedMlflowTrackingServerUrl", "sagemaker:DescribeMlflowTrackingServer"],
            Resources = scope.SageMaker("mlflow-tracking-server"),
        };
        yield return new Statement
        {
            Sid = "OpenMlflow",
            // A link is made for one server; that it may be opened knows no resource.
            Actions = ["sagemaker-mlflow:AccessUI"],
            Resources = ["*"],
        };
        if (!scope.MlflowApps.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "UseMlflowApps",
                Actions =
                [
                    "sagemaker:CallMlflowAppApi", "sagemaker:CreatePresignedMlflowAppUrl", "sagemaker:DescribeMlflowApp",
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
