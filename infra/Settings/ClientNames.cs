using System.Collections.Immutable;

namespace SageMakerIam.Settings;

/// <summary>The beginnings of the names that clients give where their users name nothing, by resource type.</summary>
internal static class ClientNames
{
    private static readonly ImmutableArray<string> Serving = ["endpoint", "endpoint-config", "model", "transform-job"];

    private static readonly ImmutableArray<string> OfImages =
        [.. Serving, "hyper-parameter-tuning-job", "inference-component", "processing-job", "training-job"];

    /// <summary>Every beginning, by client.</summary>
    public static ImmutableArray<ClientName> All { get; } =
    [
        new(ClientDefaults.SagemakerSdk, OfImages, ["pytorch-", "sagemaker-scikit-learn-", "sagemaker-xgboost-", "tensorflow-"])
        {
            Source = "aws/sagemaker-python-sdk, `base_name_from_image`: the image's repository and the time; an inference component has "
                + "its model's name in front",
        },
        new(ClientDefaults.SagemakerSdk, ["processing-job"], ["Clarify-", "baseline-suggestion-job-"])
        {
            Source = "the same, `clarify`, `model_monitor`",
        },
        new(ClientDefaults.SagemakerSdk, ["automl-job"], ["automl-"]) { Source = "the same, version 2, `automl`" },
        OfMonitors("monitoring-schedule"),
        OfMonitors("data-quality-job-definition"),
        OfMonitors("model-quality-job-definition"),
        OfMonitors("model-bias-job-definition"),
        OfMonitors("model-explainability-job-definition"),
        new(ClientDefaults.SagemakerSdk, ["experiment-trial"], ["Default-Run-Group-"])
        {
            Source = "the same, `experiments/run.py`: the group of an experiment's runs",
        },
        new(ClientDefaults.HuggingFace, OfImages, ["huggingface-"]) { Source = "the same: what its images all have in front" },
        new(ClientDefaults.ModelBuilder, ["inference-component", "model"], ["model-"])
        {
            Source = "the same, version 3, `model_builder.py`: a component is named after its model, or after its endpoint",
        },
        new(ClientDefaults.ModelBuilder, ["endpoint", "endpoint-config", "inference-component"], ["endpoint-"])
        {
            Source = "the same",
        },
        new(ClientDefaults.Mlflow, Serving, ["mlflow-"])
        {
            Source = "mlflow/mlflow, `mlflow/sagemaker`: after the application, which its own documents name so",
        },
        new(ClientDefaults.Zenml, ["processing-job", "training-job"], ["pipelines-"])
        {
            Source = "zenml-io/zenml, the SageMaker orchestrator: its step is a step of SageMaker Pipelines",
        },
        new(ClientDefaults.Autogluon, ["endpoint", "endpoint-config", "training-job", "transform-job"], ["ag-cloudpredictor-"])
        {
            Source = "autogluon/autogluon-cloud, `utils/constants.py`, `backend/sagemaker_backend.py`",
        },
        new(ClientDefaults.Autogluon, ["model"], ["autogluon-inference-"]) { Source = "the same: the SDK names models after their image" },
    ];

    /// <summary>The beginnings of the names that a client gives to resources of a type; none where it makes none.</summary>
    /// <param name="client">The client.</param>
    /// <param name="type">The resource type, <c>training-job</c> say.</param>
    public static IEnumerable<string> Of(ClientDefaults client, string type) =>
        All.Where(name => name.Client == client && name.Types.Contains(type)).SelectMany(name => name.Beginnings);

    /// <summary>The beginnings of all names that a client gives.</summary>
    public static IEnumerable<string> OfAnyType(ClientDefaults client) =>
        All.Where(name => name.Client == client).SelectMany(name => name.Beginnings);

    // Schedules and definitions of jobs are named after what they are.
    private static ClientName OfMonitors(string type) =>
        new(ClientDefaults.SagemakerSdk, [type], [$"{type}-"]) { Source = "the same, `model_monitor`" };
}
