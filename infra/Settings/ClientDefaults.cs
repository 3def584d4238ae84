namespace SageMakerIam.Settings;

/// <summary>A client that names what it makes where its user names nothing.</summary>
internal enum ClientDefaults
{
    /// <summary>
    /// The SageMaker Python SDK, version 2 or 3: jobs, models, endpoints and inference components are named after their image,
    /// <c>sagemaker-xgboost-…</c>, jobs of Clarify, of AutoML and of model monitors after what they are, groups of runs
    /// <c>Default-Run-Group-…</c>.
    /// </summary>
    SagemakerSdk,

    /// <summary>The SageMaker Python SDK with images of Hugging Face: <c>huggingface-pytorch-training-…</c>.</summary>
    HuggingFace,

    /// <summary>
    /// ModelBuilder of the SageMaker Python SDK 3, whatever its image: models are <c>model-…</c>, endpoints <c>endpoint-…</c>, inference
    /// components one or the other.
    /// </summary>
    ModelBuilder,

    /// <summary>MLflow's deployments to SageMaker: <c>mlflow-…</c>.</summary>
    Mlflow,

    /// <summary>ZenML's orchestrator: its steps have the names that SageMaker gives to steps, <c>pipelines-…</c>.</summary>
    Zenml,

    /// <summary>AutoGluon-Cloud: <c>ag-cloudpredictor-…</c>, and models after its image, <c>autogluon-inference-…</c>.</summary>
    Autogluon,
}
