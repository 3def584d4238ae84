using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Tests.Policies;

namespace SageMakerIam.Tests.Settings;

public class ClientNamesTests
{
    [Theory]
    [InlineData("manageJobs", "sagemaker:CreateTrainingJob", "training-job/pytorch-training-2026-11-25-10-00-00-000", true)]
    [InlineData("manageJobs", "sagemaker:CreateProcessingJob", "processing-job/Clarify-Bias-2026-11-25-10-00-00-000", true)]
    [InlineData("manageJobs", "sagemaker:CreateTrainingJob", "training-job/Clarify-Bias-2026", false)]
    [InlineData("manageAutoML", "sagemaker:CreateAutoMLJobV2", "automl-job/automl-2026-11-25-10-00-00-000", true)]
    [InlineData("manageAutoML", "sagemaker:CreateAutoMLJobV2", "automl-job/auto-2026", false)]
    [InlineData("manageJobs", "sagemaker:CreateTrainingJob", "training-job/huggingface-pytorch-training-2026", false)]
    [InlineData("manageModels", "sagemaker:CreateModel", "model/sagemaker-xgboost-2026-11-25-10-00-00-000", true)]
    [InlineData("manageModels", "sagemaker:CreateModel", "model/sagemaker-own-2026", false)]
    [InlineData("manageModels", "sagemaker:CreateModelPackageGroup", "model-package-group/pytorch-models", false)]
    [InlineData("manageExperiments", "sagemaker:CreateTrial", "experiment-trial/Default-Run-Group-unet", true)]
    [InlineData("manageExperiments", "sagemaker:CreateExperiment", "experiment/Default-Run-Group-unet", false)]
    [InlineData("manageJobs", "sagemaker:CreateTrainingJob", "training-job/unet-1", true)]
    public async Task NamesThatTheSdkGives_AreAllowedByTheirType(string activity, string action, string resource, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            MLActivity.All.Single(known => known.Word == activity)
                .Statements(PolicyJudge.Scope with { Clients = [ClientDefaults.SagemakerSdk] }),
            action,
            $"arn:aws:sagemaker:us-east-1:123456789012:{resource}")).Should().Be(allowed);

    [Fact]
    public void TheNames_AreShownWithTheirSources() => WrittenPart.ShouldBe("docs/names.md", "names of clients", string.Concat(
    [
        "| `clientDefaults` | resources | names begin with | source |\n| --- | --- | --- | --- |\n",
        .. ClientNames.All.Select(name =>
            $"| `{Vocabulary.Word(name.Client)}` | {string.Join(", ", name.Types.Select(type => $"`{type}`"))} "
                + $"| {string.Join(", ", name.Beginnings.Select(beginning => $"`{beginning}`"))} | {name.Source} |\n"),
    ]));

    [Theory]
    [InlineData(ClientDefaults.HuggingFace, "training-job", "huggingface-pytorch-training-2026")]
    [InlineData(ClientDefaults.HuggingFace, "model", "huggingface-pytorch-tgi-inference-2026")]
    [InlineData(ClientDefaults.Mlflow, "endpoint-config", "mlflow-app-config-x")]
    [InlineData(ClientDefaults.Zenml, "processing-job", "pipelines-0123456789ab-step-AbCdEfGhIj")]
    [InlineData(ClientDefaults.Autogluon, "training-job", "ag-cloudpredictor-1764500000-0a1b")]
    [InlineData(ClientDefaults.Autogluon, "endpoint-config", "ag-cloudpredictor-1764500000-0a1b")]
    [InlineData(ClientDefaults.Autogluon, "model", "autogluon-inference-2026-11-25-10-00-00-000")]
    [InlineData(ClientDefaults.ModelBuilder, "model", "model-0a1b2c3d")]
    [InlineData(ClientDefaults.ModelBuilder, "endpoint", "endpoint-0a1b2c3d")]
    [InlineData(ClientDefaults.ModelBuilder, "inference-component", "model-0a1b2c3d-1764500000-0a1b")]
    [InlineData(ClientDefaults.ModelBuilder, "inference-component", "endpoint-0a1b2c3d-inference-component")]
    [InlineData(ClientDefaults.HuggingFace, "inference-component", "huggingface-pytorch-tgi-inference-2026-1764500000-0a1b")]
    internal void NamesOfAClient_BeginAsItsTableSays(ClientDefaults client, string type, string name) =>
        ClientNames.Of(client, type).Should().Contain(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    [Theory]
    [InlineData(ClientDefaults.Autogluon, "training-job", "ag-2026")]
    [InlineData(ClientDefaults.Autogluon, "model", "autogluon-training-2026")]
    [InlineData(ClientDefaults.Autogluon, "endpoint", "autogluon-inference-2026")]
    [InlineData(ClientDefaults.ModelBuilder, "model", "endpoint-0a1b2c3d")]
    [InlineData(ClientDefaults.ModelBuilder, "endpoint", "model-0a1b2c3d")]
    [InlineData(ClientDefaults.ModelBuilder, "training-job", "model-0a1b2c3d")]
    [InlineData(ClientDefaults.Mlflow, "inference-component", "mlflow-app")]
    internal void NamesThatAClientDoesNotGive_AreNotItsOwn(ClientDefaults client, string type, string name) =>
        ClientNames.Of(client, type).Should().NotContain(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
