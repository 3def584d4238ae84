using System.Collections.Immutable;

namespace SageMakerIam.Settings;

/// <summary>The beginnings of the names that clients give where their users name nothing, by resource type.</summary>
internal static class ClientNames
{
    private static readonly ImmutableArray<string> Serving = ["endpoint", "endpoint-config", "model", "transform-job"];

    private static readonly ImmutableArray<string> OfImages =
        [.. Serving, "hyper-parameter-tuning-job", "inference-component", "processing-job", "training-job"];

    private static readonly ImmutableArray<Row> Rows =
    [
        // aws/sagemaker-python-sdk, base_name_from_image: the image's repository, pytorch-training say, and the time; an inference
        // component has its model's name in front (model.py, deploy).
        new(ClientDefaults.SagemakerSdk, OfImages, ["pytorch-", "sagemaker-scikit-learn-", "sagemaker-xgboost-", "tensorflow-"]),
        // The same, clarify.py and model_monitor/model_monitoring.py.
        new(ClientDefaults.SagemakerSdk, ["processing-job"], ["Clarify-", "baseline-suggestion-job-"]),
        new(ClientDefaults.SagemakerSdk, ["monitoring-schedule"], ["monitoring-schedule-"]),
        new(ClientDefaults.SagemakerSdk, ["data-quality-job-definition"], ["data-quality-job-definition-"]),
        new(ClientDefaults.SagemakerSdk, ["model-quality-job-definition"], ["model-quality-job-definition-"]),
        new(ClientDefaults.SagemakerSdk, ["model-bias-job-definition"], ["model-bias-job-definition-"]),
        new(ClientDefaults.SagemakerSdk, ["model-explainability-job-definition"], ["model-explainability-job-definition-"]),
        // The same, experiments/run.py: the group of an experiment's runs.
        new(ClientDefaults.SagemakerSdk, ["experiment-trial"], ["Default-Run-Group-"]),
        // The same, huggingface/: its images all have it in front.
        new(ClientDefaults.HuggingFace, OfImages, ["huggingface-"]),
        // The same, version 3, sagemaker-serve, model_builder.py: a component is named after its model, or after its endpoint.
        new(ClientDefaults.ModelBuilder, ["inference-component", "model"], ["model-"]),
        new(ClientDefaults.ModelBuilder, ["endpoint", "endpoint-config", "inference-component"], ["endpoint-"]),
        // mlflow/mlflow, mlflow/sagemaker: what it makes is named after the application, mlflow- by its own documents.
        new(ClientDefaults.Mlflow, Serving, ["mlflow-"]),
        // zenml-io/zenml, the SageMaker orchestrator: a step is a step of SageMaker Pipelines.
        new(ClientDefaults.Zenml, ["processing-job", "training-job"], ["pipelines-"]),
        // autogluon/autogluon-cloud, utils/constants.py and backend/sagemaker_backend.py; the SDK names its models after their image.
        new(ClientDefaults.Autogluon, ["endpoint", "endpoint-config", "training-job", "transform-job"], ["ag-cloudpredictor-"]),
        new(ClientDefaults.Autogluon, ["model"], ["autogluon-inference-"]),
    ];

    /// <summary>The beginnings of the names that a client gives to resources of a type; none where it makes none.</summary>
    /// <param name="client">The client.</param>
    /// <param name="type">The resource type, <c>training-job</c> say.</param>
    public static IEnumerable<string> Of(ClientDefaults client, string type) =>
        Rows.Where(row => row.Client == client && row.Types.Contains(type)).SelectMany(row => row.Prefixes);

    /// <summary>The beginnings of all names that a client gives.</summary>
    public static IEnumerable<string> OfAnyType(ClientDefaults client) =>
        Rows.Where(row => row.Client == client).SelectMany(row => row.Prefixes);

    private sealed record Row(ClientDefaults Client, ImmutableArray<string> Types, ImmutableArray<string> Prefixes);
}
