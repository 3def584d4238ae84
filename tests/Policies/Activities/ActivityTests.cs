using SageMakerIam.Iam;
using SageMakerIam.Policies.Activities;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Activities;

/// <summary>What every ML activity has in common: its resources by name, in its account and region.</summary>
public class ActivityTests
{
    public static TheoryData<MLActivity, string, string> Permissions => new()
    {
        { MLActivity.ManageJobs, "sagemaker:CreateTrainingJob", "training-job/unet-1" },
        { MLActivity.ManageJobs, "sagemaker:DescribeTrainingJob", "training-job/unet-1" },
        { MLActivity.ManageJobs, "sagemaker:StopTrainingJob", "training-job/unet-1" },
        { MLActivity.ManageJobs, "sagemaker:CreateProcessingJob", "processing-job/unet-1" },
        { MLActivity.ManageJobs, "sagemaker:DescribeProcessingJob", "processing-job/unet-1" },
        { MLActivity.ManageJobs, "sagemaker:StopProcessingJob", "processing-job/unet-1" },
        { MLActivity.ManageJobs, "sagemaker:CreateTransformJob", "transform-job/unet-1" },
        { MLActivity.ManageJobs, "sagemaker:DescribeTransformJob", "transform-job/unet-1" },
        { MLActivity.ManageJobs, "sagemaker:StopTransformJob", "transform-job/unet-1" },
        { MLActivity.ManageJobs, "sagemaker:CreateHyperParameterTuningJob", "hyper-parameter-tuning-job/unet-1" },
        { MLActivity.ManageJobs, "sagemaker:DescribeHyperParameterTuningJob", "hyper-parameter-tuning-job/unet-1" },
        { MLActivity.ManageJobs, "sagemaker:StopHyperParameterTuningJob", "hyper-parameter-tuning-job/unet-1" },
        { MLActivity.ManageJobs, "sagemaker:ListTrainingJobsForHyperParameterTuningJob", "hyper-parameter-tuning-job/unet-1" },
        { MLActivity.ManageJobs, "sagemaker:AddTags", "training-job/unet-1" },
        { MLActivity.ManageModels, "sagemaker:CreateModel", "model/unet-1" },
        { MLActivity.ManageModels, "sagemaker:DescribeModel", "model/unet-1" },
        { MLActivity.ManageModels, "sagemaker:DeleteModel", "model/unet-1" },
        { MLActivity.ManageModels, "sagemaker:CreateModelPackageGroup", "model-package-group/unet-1" },
        { MLActivity.ManageModels, "sagemaker:DescribeModelPackageGroup", "model-package-group/unet-1" },
        { MLActivity.ManageModels, "sagemaker:DeleteModelPackageGroup", "model-package-group/unet-1" },
        { MLActivity.ManageModels, "sagemaker:CreateModelPackage", "model-package/unet-1/1" },
        { MLActivity.ManageModels, "sagemaker:DescribeModelPackage", "model-package/unet-1/1" },
        { MLActivity.ManageModels, "sagemaker:UpdateModelPackage", "model-package/unet-1/1" },
        { MLActivity.ManageModels, "sagemaker:DeleteModelPackage", "model-package/unet-1/1" },
        { MLActivity.ManageModels, "sagemaker:ListModelPackages", "model-package/unet-1/1" },
        { MLActivity.ManageModels, "sagemaker:AddTags", "model/unet-1" },
        { MLActivity.ManageEndpoints, "sagemaker:CreateEndpoint", "endpoint/unet-1" },
        { MLActivity.ManageEndpoints, "sagemaker:DescribeEndpoint", "endpoint/unet-1" },
        { MLActivity.ManageEndpoints, "sagemaker:UpdateEndpoint", "endpoint/unet-1" },
        { MLActivity.ManageEndpoints, "sagemaker:UpdateEndpointWeightsAndCapacities", "endpoint/unet-1" },
        { MLActivity.ManageEndpoints, "sagemaker:DeleteEndpoint", "endpoint/unet-1" },
        { MLActivity.ManageEndpoints, "sagemaker:InvokeEndpoint", "endpoint/unet-1" },
        { MLActivity.ManageEndpoints, "sagemaker:CreateEndpointConfig", "endpoint-config/unet-1" },
        { MLActivity.ManageEndpoints, "sagemaker:DescribeEndpointConfig", "endpoint-config/unet-1" },
        { MLActivity.ManageEndpoints, "sagemaker:DeleteEndpointConfig", "endpoint-config/unet-1" },
        { MLActivity.ManageEndpoints, "sagemaker:AddTags", "endpoint/unet-1" },
        { MLActivity.ManagePipelines, "sagemaker:CreatePipeline", "pipeline/unet-1" },
        { MLActivity.ManagePipelines, "sagemaker:DescribePipeline", "pipeline/unet-1" },
        { MLActivity.ManagePipelines, "sagemaker:UpdatePipeline", "pipeline/unet-1" },
        { MLActivity.ManagePipelines, "sagemaker:DeletePipeline", "pipeline/unet-1" },
        { MLActivity.ManagePipelines, "sagemaker:StartPipelineExecution", "pipeline/unet-1" },
        { MLActivity.ManagePipelines, "sagemaker:ListPipelineExecutions", "pipeline/unet-1" },
        { MLActivity.ManagePipelines, "sagemaker:DescribePipelineExecution", "pipeline/unet-1/execution/abc" },
        { MLActivity.ManagePipelines, "sagemaker:ListPipelineExecutionSteps", "pipeline/unet-1/execution/abc" },
        { MLActivity.ManagePipelines, "sagemaker:RetryPipelineExecution", "pipeline/unet-1/execution/abc" },
        { MLActivity.ManagePipelines, "sagemaker:StopPipelineExecution", "pipeline/unet-1/execution/abc" },
        { MLActivity.ManagePipelines, "sagemaker:AddTags", "pipeline/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:CreateExperiment", "experiment/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:DescribeExperiment", "experiment/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:UpdateExperiment", "experiment/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:DeleteExperiment", "experiment/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:CreateTrial", "experiment-trial/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:DescribeTrial", "experiment-trial/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:UpdateTrial", "experiment-trial/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:DeleteTrial", "experiment-trial/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:CreateTrialComponent", "experiment-trial-component/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:DescribeTrialComponent", "experiment-trial-component/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:UpdateTrialComponent", "experiment-trial-component/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:DeleteTrialComponent", "experiment-trial-component/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:AssociateTrialComponent", "experiment-trial-component/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:DisassociateTrialComponent", "experiment-trial/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:BatchPutMetrics", "experiment-trial-component/unet-1" },
        { MLActivity.ManageExperiments, "sagemaker:AddTags", "experiment/unet-1" },
        { MLActivity.ManageNotebooks, "sagemaker:CreateNotebookInstance", "notebook-instance/unet-1" },
        { MLActivity.ManageNotebooks, "sagemaker:CreatePresignedNotebookInstanceUrl", "notebook-instance/unet-1" },
        { MLActivity.ManageNotebooks, "sagemaker:DescribeNotebookInstance", "notebook-instance/unet-1" },
        { MLActivity.ManageNotebooks, "sagemaker:StartNotebookInstance", "notebook-instance/unet-1" },
        { MLActivity.ManageNotebooks, "sagemaker:StopNotebookInstance", "notebook-instance/unet-1" },
        { MLActivity.ManageNotebooks, "sagemaker:UpdateNotebookInstance", "notebook-instance/unet-1" },
        { MLActivity.ManageNotebooks, "sagemaker:DeleteNotebookInstance", "notebook-instance/unet-1" },
        { MLActivity.ManageNotebooks, "sagemaker:AddTags", "notebook-instance/unet-1" },
        { MLActivity.WaitForJobs, "sagemaker:ListTags", "training-job/unet-1" },
        { MLActivity.WaitForJobs, "sagemaker:ListTags", "transform-job/unet-1" },
    };

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task Activity_AllowsItsActionOnResourcesOfItsPrefix(MLActivity activity, string action, string resource) =>
        (await PolicyJudge.AllowsAsync(Statements(activity), action, Arn("us-east-1", "123456789012", resource))).Should().BeTrue();

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task Activity_DeniesItsActionOnResourcesOfAnotherName(MLActivity activity, string action, string resource) =>
        (await PolicyJudge.AllowsAsync(Statements(activity), action, Arn("us-east-1", "123456789012", resource.Replace("unet", "other", StringComparison.Ordinal)))).Should().BeFalse();

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task Activity_DeniesItsActionInAnotherRegion(MLActivity activity, string action, string resource) =>
        (await PolicyJudge.AllowsAsync(Statements(activity), action, Arn("eu-west-1", "123456789012", resource))).Should().BeFalse();

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task OtherActivities_DenyTheAction(MLActivity activity, string action, string resource)
    {
        var others = Enum.GetValues<MLActivity>().Where(other => other != activity).SelectMany(Statements)
            .Select((statement, index) => statement with { Sid = $"S{index}" });
        (await PolicyJudge.AllowsAsync(others, action, Arn("us-east-1", "123456789012", resource))).Should().BeFalse();
    }

    [Theory]
    [InlineData(MLActivity.ManageJobs, "ListHyperParameterTuningJobs")]
    [InlineData(MLActivity.ManageJobs, "ListProcessingJobs")]
    [InlineData(MLActivity.ManageJobs, "ListTrainingJobs")]
    [InlineData(MLActivity.ManageJobs, "ListTransformJobs")]
    [InlineData(MLActivity.ManageModels, "ListModels")]
    [InlineData(MLActivity.ManageModels, "ListModelPackageGroups")]
    [InlineData(MLActivity.ManageEndpoints, "ListEndpoints")]
    [InlineData(MLActivity.ManageEndpoints, "ListEndpointConfigs")]
    [InlineData(MLActivity.ManagePipelines, "ListPipelines")]
    [InlineData(MLActivity.ManageExperiments, "ListExperiments")]
    [InlineData(MLActivity.ManageExperiments, "ListTrials")]
    [InlineData(MLActivity.ManageExperiments, "ListTrialComponents")]
    [InlineData(MLActivity.ManageNotebooks, "ListNotebookInstances")]
    public async Task Activity_ListsWhatItManages(MLActivity activity, string action) =>
        (await PolicyJudge.AllowsAsync(Statements(activity), $"sagemaker:{action}", "*")).Should().BeTrue();

    [Theory]
    [InlineData(MLActivity.ManageJobs, "/aws/sagemaker/TrainingJobs:log-stream:unet-1/algo-1", true)]
    [InlineData(MLActivity.ManageJobs, "/aws/sagemaker/ProcessingJobs:log-stream:unet-1/algo-1", true)]
    [InlineData(MLActivity.ManageJobs, "/aws/sagemaker/TransformJobs:log-stream:unet-1/algo-1", true)]
    [InlineData(MLActivity.ManageJobs, "/aws/sagemaker/TrainingJobs:log-stream:other-1/algo-1", false)]
    [InlineData(MLActivity.ManageEndpoints, "/aws/sagemaker/Endpoints/unet-1:log-stream:a", true)]
    [InlineData(MLActivity.ManageEndpoints, "/aws/sagemaker/Endpoints/other-1:log-stream:a", false)]
    [InlineData(MLActivity.ManageNotebooks, "/aws/sagemaker/NotebookInstances:log-stream:unet-1/jupyter.log", true)]
    [InlineData(MLActivity.ManageNotebooks, "/aws/sagemaker/NotebookInstances:log-stream:other-1/jupyter.log", false)]
    public async Task Activity_ReadsTheLogsOfItsOwnAlone(MLActivity activity, string stream, bool allowed) =>
        (await PolicyJudge.AllowsAsync(Statements(activity), "logs:GetLogEvents", $"arn:aws:logs:us-east-1:123456789012:log-group:{stream}")).Should().Be(allowed);

    [Theory]
    [InlineData(MLActivity.ManageJobs, "/aws/sagemaker/TrainingJobs", true)]
    [InlineData(MLActivity.ManageJobs, "/aws/lambda/f", false)]
    [InlineData(MLActivity.ManageEndpoints, "/aws/sagemaker/Endpoints/unet-1", true)]
    [InlineData(MLActivity.ManageEndpoints, "/aws/sagemaker/Endpoints/other-1", false)]
    [InlineData(MLActivity.ManageNotebooks, "/aws/sagemaker/NotebookInstances", true)]
    public async Task Activity_FindsItsLogStreams(MLActivity activity, string group, bool allowed) =>
        (await PolicyJudge.AllowsAsync(Statements(activity), "logs:DescribeLogStreams", $"arn:aws:logs:us-east-1:123456789012:log-group:{group}")).Should().Be(allowed);

    [Theory]
    [InlineData("training-job/unet-1", true)]
    [InlineData("training-job/unet-eval-1", true)]
    [InlineData("training-job/churn-1", true)]
    [InlineData("training-job/churn", false)]
    [InlineData("training-job/other-1", false)]
    public async Task Activity_OfTwoPrefixes_IsAllowedUnderEach(string job, bool allowed) => (await PolicyJudge.AllowsAsync(
        ManageJobs.Statements(["unet-", "churn-"], PolicyJudge.Account),
        "sagemaker:CreateTrainingJob",
        Arn("us-east-1", "123456789012", job))).Should().Be(allowed);

    private static IEnumerable<Statement> Statements(MLActivity activity) => MLActivities.Statements(activity, ["unet-"], PolicyJudge.Account);

    private static string Arn(string region, string account, string resource) => $"arn:aws:sagemaker:{region}:{account}:{resource}";
}
