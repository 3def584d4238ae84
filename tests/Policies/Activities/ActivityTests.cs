using SageMakerIam.Iam;
using SageMakerIam.Policies.Activities;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Activities;

/// <summary>What every ML activity has in common: its resources by name, in its account and region.</summary>
public class ActivityTests
{
    public static TheoryData<string, string, string> Permissions => new()
    {
        { "manageJobs", "sagemaker:CreateTrainingJob", "training-job/unet-1" },
        { "manageJobs", "sagemaker:DescribeTrainingJob", "training-job/unet-1" },
        { "manageJobs", "sagemaker:StopTrainingJob", "training-job/unet-1" },
        { "manageJobs", "sagemaker:CreateProcessingJob", "processing-job/unet-1" },
        { "manageJobs", "sagemaker:DescribeProcessingJob", "processing-job/unet-1" },
        { "manageJobs", "sagemaker:StopProcessingJob", "processing-job/unet-1" },
        { "manageJobs", "sagemaker:CreateTransformJob", "transform-job/unet-1" },
        { "manageJobs", "sagemaker:DescribeTransformJob", "transform-job/unet-1" },
        { "manageJobs", "sagemaker:StopTransformJob", "transform-job/unet-1" },
        { "manageJobs", "sagemaker:CreateHyperParameterTuningJob", "hyper-parameter-tuning-job/unet-1" },
        { "manageJobs", "sagemaker:DescribeHyperParameterTuningJob", "hyper-parameter-tuning-job/unet-1" },
        { "manageJobs", "sagemaker:StopHyperParameterTuningJob", "hyper-parameter-tuning-job/unet-1" },
        { "manageJobs", "sagemaker:ListTrainingJobsForHyperParameterTuningJob", "hyper-parameter-tuning-job/unet-1" },
        { "manageJobs", "sagemaker:ListTags", "training-job/unet-1" },
        { "manageJobs", "sagemaker:DeleteTags", "training-job/unet-1" },
        { "manageJobs", "sagemaker:BatchGetMetrics", "training-job/unet-1" },
        { "manageExperiments", "sagemaker:BatchGetMetrics", "experiment-trial-component/unet-1" },
        { "manageModels", "sagemaker:AccessModelPackage", "model-package/unet-1/1" },
        { "manageModels", "sagemaker:CreateModel", "model/unet-1" },
        { "manageModels", "sagemaker:DescribeModel", "model/unet-1" },
        { "manageModels", "sagemaker:DeleteModel", "model/unet-1" },
        { "manageModels", "sagemaker:CreateModelPackageGroup", "model-package-group/unet-1" },
        { "manageModels", "sagemaker:DescribeModelPackageGroup", "model-package-group/unet-1" },
        { "manageModels", "sagemaker:DeleteModelPackageGroup", "model-package-group/unet-1" },
        { "manageModels", "sagemaker:CreateModelPackage", "model-package/unet-1/1" },
        { "manageModels", "sagemaker:DescribeModelPackage", "model-package/unet-1/1" },
        { "manageModels", "sagemaker:UpdateModelPackage", "model-package/unet-1/1" },
        { "manageModels", "sagemaker:DeleteModelPackage", "model-package/unet-1/1" },
        { "manageModels", "sagemaker:ListModelPackages", "model-package/unet-1/1" },
        { "manageModels", "sagemaker:AddTags", "model/unet-1" },
        { "manageModels", "sagemaker:ListTags", "model/unet-1" },
        { "manageModels", "sagemaker:DeleteTags", "model/unet-1" },
        { "manageEndpoints", "sagemaker:CreateEndpoint", "endpoint/unet-1" },
        { "manageEndpoints", "sagemaker:DescribeEndpoint", "endpoint/unet-1" },
        { "manageEndpoints", "sagemaker:UpdateEndpoint", "endpoint/unet-1" },
        { "manageEndpoints", "sagemaker:UpdateEndpointWeightsAndCapacities", "endpoint/unet-1" },
        { "manageEndpoints", "sagemaker:DeleteEndpoint", "endpoint/unet-1" },
        { "manageEndpoints", "sagemaker:InvokeEndpoint", "endpoint/unet-1" },
        { "manageEndpoints", "sagemaker:CreateEndpointConfig", "endpoint-config/unet-1" },
        { "manageEndpoints", "sagemaker:DescribeEndpointConfig", "endpoint-config/unet-1" },
        { "manageEndpoints", "sagemaker:DeleteEndpointConfig", "endpoint-config/unet-1" },
        { "manageEndpoints", "sagemaker:AddTags", "endpoint/unet-1" },
        { "manageEndpoints", "sagemaker:ListTags", "endpoint/unet-1" },
        { "manageEndpoints", "sagemaker:DeleteTags", "endpoint/unet-1" },
        { "manageEndpoints", "sagemaker:InvokeEndpointAsync", "endpoint/unet-1" },
        { "manageEndpoints", "sagemaker:InvokeEndpointWithResponseStream", "endpoint/unet-1" },
        { "manageEndpoints", "sagemaker:InvokeEndpoint", "inference-component/unet-1" },
        { "manageEndpoints", "sagemaker:CreateInferenceComponent", "inference-component/unet-1" },
        { "manageEndpoints", "sagemaker:CreateInferenceComponent", "endpoint/unet-1" },
        { "manageEndpoints", "sagemaker:DescribeInferenceComponent", "inference-component/unet-1" },
        { "manageEndpoints", "sagemaker:UpdateInferenceComponent", "inference-component/unet-1" },
        { "manageEndpoints", "sagemaker:UpdateInferenceComponentRuntimeConfig", "inference-component/unet-1" },
        { "manageEndpoints", "sagemaker:DeleteInferenceComponent", "inference-component/unet-1" },
        { "invokeEndpoints", "sagemaker:InvokeEndpoint", "endpoint/unet-1" },
        { "invokeEndpoints", "sagemaker:InvokeEndpoint", "inference-component/unet-1" },
        { "invokeEndpoints", "sagemaker:InvokeEndpointAsync", "endpoint/unet-1" },
        { "invokeEndpoints", "sagemaker:InvokeEndpointWithResponseStream", "inference-component/unet-1" },
        { "managePipelines", "sagemaker:CreatePipeline", "pipeline/unet-1" },
        { "managePipelines", "sagemaker:DescribePipeline", "pipeline/unet-1" },
        { "managePipelines", "sagemaker:UpdatePipeline", "pipeline/unet-1" },
        { "managePipelines", "sagemaker:DeletePipeline", "pipeline/unet-1" },
        { "managePipelines", "sagemaker:StartPipelineExecution", "pipeline/unet-1" },
        { "managePipelines", "sagemaker:ListPipelineExecutions", "pipeline/unet-1" },
        { "managePipelines", "sagemaker:DescribePipelineExecution", "pipeline/unet-1/execution/abc" },
        { "managePipelines", "sagemaker:ListPipelineExecutionSteps", "pipeline/unet-1/execution/abc" },
        { "managePipelines", "sagemaker:RetryPipelineExecution", "pipeline/unet-1/execution/abc" },
        { "managePipelines", "sagemaker:StopPipelineExecution", "pipeline/unet-1/execution/abc" },
        { "managePipelines", "sagemaker:AddTags", "pipeline/unet-1" },
        { "managePipelines", "sagemaker:ListTags", "pipeline/unet-1" },
        { "managePipelines", "sagemaker:DeleteTags", "pipeline/unet-1" },
        { "manageExperiments", "sagemaker:CreateExperiment", "experiment/unet-1" },
        { "manageExperiments", "sagemaker:DescribeExperiment", "experiment/unet-1" },
        { "manageExperiments", "sagemaker:UpdateExperiment", "experiment/unet-1" },
        { "manageExperiments", "sagemaker:DeleteExperiment", "experiment/unet-1" },
        { "manageExperiments", "sagemaker:CreateTrial", "experiment-trial/unet-1" },
        { "manageExperiments", "sagemaker:DescribeTrial", "experiment-trial/unet-1" },
        { "manageExperiments", "sagemaker:UpdateTrial", "experiment-trial/unet-1" },
        { "manageExperiments", "sagemaker:DeleteTrial", "experiment-trial/unet-1" },
        { "manageExperiments", "sagemaker:CreateTrialComponent", "experiment-trial-component/unet-1" },
        { "manageExperiments", "sagemaker:DescribeTrialComponent", "experiment-trial-component/unet-1" },
        { "manageExperiments", "sagemaker:UpdateTrialComponent", "experiment-trial-component/unet-1" },
        { "manageExperiments", "sagemaker:DeleteTrialComponent", "experiment-trial-component/unet-1" },
        { "manageExperiments", "sagemaker:AssociateTrialComponent", "experiment-trial-component/unet-1" },
        { "manageExperiments", "sagemaker:DisassociateTrialComponent", "experiment-trial/unet-1" },
        { "manageExperiments", "sagemaker:BatchPutMetrics", "experiment-trial-component/unet-1" },
        { "manageExperiments", "sagemaker:AddTags", "experiment/unet-1" },
        { "manageExperiments", "sagemaker:ListTags", "experiment/unet-1" },
        { "manageExperiments", "sagemaker:DeleteTags", "experiment/unet-1" },
        { "manageNotebooks", "sagemaker:CreateNotebookInstance", "notebook-instance/unet-1" },
        { "manageNotebooks", "sagemaker:CreatePresignedNotebookInstanceUrl", "notebook-instance/unet-1" },
        { "manageNotebooks", "sagemaker:DescribeNotebookInstance", "notebook-instance/unet-1" },
        { "manageNotebooks", "sagemaker:StartNotebookInstance", "notebook-instance/unet-1" },
        { "manageNotebooks", "sagemaker:StopNotebookInstance", "notebook-instance/unet-1" },
        { "manageNotebooks", "sagemaker:UpdateNotebookInstance", "notebook-instance/unet-1" },
        { "manageNotebooks", "sagemaker:DeleteNotebookInstance", "notebook-instance/unet-1" },
        { "manageNotebooks", "sagemaker:AddTags", "notebook-instance/unet-1" },
        { "manageNotebooks", "sagemaker:ListTags", "notebook-instance/unet-1" },
        { "manageNotebooks", "sagemaker:DeleteTags", "notebook-instance/unet-1" },
        { "manageJobs", "sagemaker:UpdateTrainingJob", "training-job/unet-1" },
        { "manageJobs", "sagemaker:DeleteTrainingJob", "training-job/unet-1" },
        { "manageJobs", "sagemaker:DeleteProcessingJob", "processing-job/unet-1" },
        { "manageJobs", "sagemaker:DeleteHyperParameterTuningJob", "hyper-parameter-tuning-job/unet-1" },
        { "managePipelines", "sagemaker:ListPipelineVersions", "pipeline/unet-1" },
        { "managePipelines", "sagemaker:UpdatePipelineVersion", "pipeline/unet-1" },
        { "managePipelines", "sagemaker:DescribePipelineDefinitionForExecution", "pipeline/unet-1/execution/0123456789ab" },
        { "managePipelines", "sagemaker:ListPipelineParametersForExecution", "pipeline/unet-1/execution/0123456789ab" },
        { "managePipelines", "sagemaker:UpdatePipelineExecution", "pipeline/unet-1/execution/0123456789ab" },
        { "managePipelines", "sagemaker:SendPipelineExecutionStepSuccess", "pipeline/unet-1/execution/0123456789ab" },
        { "managePipelines", "sagemaker:SendPipelineExecutionStepFailure", "pipeline/unet-1/execution/0123456789ab" },
        { "manageAutoML", "sagemaker:CreateAutoMLJob", "automl-job/unet-1" },
        { "manageAutoML", "sagemaker:CreateAutoMLJobV2", "automl-job/unet-1" },
        { "manageAutoML", "sagemaker:DescribeAutoMLJob", "automl-job/unet-1" },
        { "manageAutoML", "sagemaker:DescribeAutoMLJobV2", "automl-job/unet-1" },
        { "manageAutoML", "sagemaker:StopAutoMLJob", "automl-job/unet-1" },
        { "manageAutoML", "sagemaker:ListTags", "automl-job/unet-1" },
        { "manageAutoML", "sagemaker:DeleteTags", "automl-job/unet-1" },
        { "manageModelCards", "sagemaker:CreateModelCard", "model-card/unet-1" },
        { "manageModelCards", "sagemaker:DescribeModelCard", "model-card/unet-1" },
        { "manageModelCards", "sagemaker:UpdateModelCard", "model-card/unet-1" },
        { "manageModelCards", "sagemaker:DeleteModelCard", "model-card/unet-1" },
        { "manageModelCards", "sagemaker:ListModelCardVersions", "model-card/unet-1" },
        { "manageModelCards", "sagemaker:CreateModelCardExportJob", "model-card/unet-1" },
        { "manageModelCards", "sagemaker:ListModelCardExportJobs", "model-card/unet-1" },
        { "manageModelCards", "sagemaker:AddTags", "model-card/unet-1" },
        { "manageModelCards", "sagemaker:DescribeModelCardExportJob", "model-card/unet-1/export-job/0a1b" },
        { "manageLineage", "sagemaker:CreateAction", "action/unet-1" },
        { "manageLineage", "sagemaker:UpdateAction", "action/unet-1" },
        { "manageLineage", "sagemaker:DeleteAction", "action/unet-1" },
        { "manageLineage", "sagemaker:CreateContext", "context/unet-1" },
        { "manageLineage", "sagemaker:UpdateContext", "context/unet-1" },
        { "manageLineage", "sagemaker:DeleteContext", "context/unet-1" },
        { "manageLineage", "sagemaker:ListTags", "context/unet-1" },
        { "manageLineage", "sagemaker:DeleteTags", "action/unet-1" },
        { "manageLineage", "sagemaker:AddAssociation", "action/unet-1" },
        { "manageLineage", "sagemaker:AddAssociation", "context/unet-1" },
        { "manageLineage", "sagemaker:AddAssociation", "experiment/unet-1" },
        { "manageLineage", "sagemaker:AddAssociation", "experiment-trial-component/unet-1" },
        { "manageLineage", "sagemaker:DeleteAssociation", "action/unet-1" },
        { "manageLineage", "sagemaker:DeleteAssociation", "context/unet-1" },
        { "manageLineage", "sagemaker:DeleteAssociation", "experiment/unet-1" },
        { "manageLineage", "sagemaker:DeleteAssociation", "experiment-trial-component/unet-1" },
        { "searchExperiments", "sagemaker:DescribeAction", "action/unet-1" },
        { "searchExperiments", "sagemaker:DescribeContext", "context/unet-1" },
        { "searchExperiments", "sagemaker:DescribeExperiment", "experiment/unet-1" },
        { "searchExperiments", "sagemaker:DescribeTrial", "experiment-trial/unet-1" },
        { "searchExperiments", "sagemaker:DescribeTrialComponent", "experiment-trial-component/unet-1" },
        { "monitorModels", "sagemaker:CreateMonitoringSchedule", "monitoring-schedule/unet-1" },
        { "monitorModels", "sagemaker:DescribeMonitoringSchedule", "monitoring-schedule/unet-1" },
        { "monitorModels", "sagemaker:UpdateMonitoringSchedule", "monitoring-schedule/unet-1" },
        { "monitorModels", "sagemaker:StartMonitoringSchedule", "monitoring-schedule/unet-1" },
        { "monitorModels", "sagemaker:StopMonitoringSchedule", "monitoring-schedule/unet-1" },
        { "monitorModels", "sagemaker:DeleteMonitoringSchedule", "monitoring-schedule/unet-1" },
        { "monitorModels", "sagemaker:AddTags", "monitoring-schedule/unet-1" },
        { "monitorModels", "sagemaker:UpdateMonitoringAlert", "monitoring-schedule/unet-1/alert/high" },
        { "monitorModels", "sagemaker:CreateDataQualityJobDefinition", "data-quality-job-definition/unet-1" },
        { "monitorModels", "sagemaker:DescribeDataQualityJobDefinition", "data-quality-job-definition/unet-1" },
        { "monitorModels", "sagemaker:DeleteDataQualityJobDefinition", "data-quality-job-definition/unet-1" },
        { "monitorModels", "sagemaker:CreateModelBiasJobDefinition", "model-bias-job-definition/unet-1" },
        { "monitorModels", "sagemaker:DescribeModelBiasJobDefinition", "model-bias-job-definition/unet-1" },
        { "monitorModels", "sagemaker:DeleteModelBiasJobDefinition", "model-bias-job-definition/unet-1" },
        { "monitorModels", "sagemaker:CreateModelExplainabilityJobDefinition", "model-explainability-job-definition/unet-1" },
        { "monitorModels", "sagemaker:DescribeModelExplainabilityJobDefinition", "model-explainability-job-definition/unet-1" },
        { "monitorModels", "sagemaker:DeleteModelExplainabilityJobDefinition", "model-explainability-job-definition/unet-1" },
        { "monitorModels", "sagemaker:CreateModelQualityJobDefinition", "model-quality-job-definition/unet-1" },
        { "monitorModels", "sagemaker:DescribeModelQualityJobDefinition", "model-quality-job-definition/unet-1" },
        { "monitorModels", "sagemaker:DeleteModelQualityJobDefinition", "model-quality-job-definition/unet-1" },
        { "monitorModels", "sagemaker:CreateProcessingJob", "processing-job/unet-1" },
        { "monitorModels", "sagemaker:DescribeProcessingJob", "processing-job/unet-1" },
        { "monitorModels", "sagemaker:StopProcessingJob", "processing-job/unet-1" },
        { "useFeatureStore", "sagemaker:CreateFeatureGroup", "feature-group/unet-1" },
        { "useFeatureStore", "sagemaker:DescribeFeatureGroup", "feature-group/unet-1" },
        { "useFeatureStore", "sagemaker:UpdateFeatureGroup", "feature-group/unet-1" },
        { "useFeatureStore", "sagemaker:DeleteFeatureGroup", "feature-group/unet-1" },
        { "useFeatureStore", "sagemaker:DescribeFeatureMetadata", "feature-group/unet-1" },
        { "useFeatureStore", "sagemaker:UpdateFeatureMetadata", "feature-group/unet-1" },
        { "useFeatureStore", "sagemaker:PutRecord", "feature-group/unet-1" },
        { "useFeatureStore", "sagemaker:GetRecord", "feature-group/unet-1" },
        { "useFeatureStore", "sagemaker:BatchGetRecord", "feature-group/unet-1" },
        { "useFeatureStore", "sagemaker:BatchWriteRecord", "feature-group/unet-1" },
        { "useFeatureStore", "sagemaker:ListRecords", "feature-group/unet-1" },
        { "useFeatureStore", "sagemaker:DeleteRecord", "feature-group/unet-1" },
        { "useFeatureStore", "sagemaker:AddTags", "feature-group/unet-1" },
        { "manageMlflow", "sagemaker:CreateMlflowTrackingServer", "mlflow-tracking-server/unet-1" },
        { "manageMlflow", "sagemaker:UpdateMlflowTrackingServer", "mlflow-tracking-server/unet-1" },
        { "manageMlflow", "sagemaker:StartMlflowTrackingServer", "mlflow-tracking-server/unet-1" },
        { "manageMlflow", "sagemaker:StopMlflowTrackingServer", "mlflow-tracking-server/unet-1" },
        { "manageMlflow", "sagemaker:DeleteMlflowTrackingServer", "mlflow-tracking-server/unet-1" },
        { "manageMlflow", "sagemaker:AddTags", "mlflow-tracking-server/unet-1" },
        { "manageMlflow", "sagemaker:UpdateMlflowApp", "mlflow-app/app-unet" },
        { "manageMlflow", "sagemaker:AddTags", "mlflow-app/app-unet" },
        { "manageMlflow", "sagemaker:ListTags", "mlflow-app/app-unet" },
        { "manageMlflow", "sagemaker:DeleteTags", "mlflow-app/app-unet" },
        { "manageMlflow", "sagemaker:DeleteMlflowApp", "mlflow-app/app-unet" },
        { "useMlflow", "sagemaker-mlflow:CreateRun", "mlflow-tracking-server/unet-1" },
        { "useMlflow", "sagemaker-mlflow:LogBatch", "mlflow-tracking-server/unet-1" },
        { "useMlflow", "sagemaker-mlflow:SearchRuns", "mlflow-tracking-server/unet-1" },
        { "useMlflow", "sagemaker-mlflow:TransitionModelVersionStage", "mlflow-tracking-server/unet-1" },
        { "useMlflow", "sagemaker-mlflow:StartTrace", "mlflow-tracking-server/unet-1" },
        { "useMlflow", "sagemaker:CallMlflowAppApi", "mlflow-app/app-unet" },
        { "useMlflow", "sagemaker:CreatePresignedMlflowTrackingServerUrl", "mlflow-tracking-server/unet-1" },
        { "useMlflow", "sagemaker:CreatePresignedMlflowAppUrl", "mlflow-app/app-unet" },
        { "manageModels", "sagemaker:PutModelPackageGroupPolicy", "model-package-group/unet-1" },
        { "manageModels", "sagemaker:GetModelPackageGroupPolicy", "model-package-group/unet-1" },
        { "manageModels", "sagemaker:DeleteModelPackageGroupPolicy", "model-package-group/unet-1" },
        { "manageModels", "sagemaker:BatchDescribeModelPackage", "model-package/unet-1/1" },
        { "waitForJobs", "sagemaker:ListTags", "training-job/unet-1" },
        { "waitForJobs", "sagemaker:ListTags", "transform-job/unet-1" },
        { "runStudioApps", "sagemaker:CreateAppImageConfig", "app-image-config/unet-1" },
        { "runStudioApps", "sagemaker:DescribeAppImageConfig", "app-image-config/unet-1" },
        { "runStudioApps", "sagemaker:UpdateAppImageConfig", "app-image-config/unet-1" },
        { "runStudioApps", "sagemaker:DeleteAppImageConfig", "app-image-config/unet-1" },
        { "runStudioApps", "sagemaker:AddTags", "app-image-config/unet-1" },
        { "runStudioApps", "sagemaker:DescribeSpace", "space/d-unet/unet-1" },
        { "runStudioApps", "sagemaker:AddTags", "space/d-unet/unet-1" },
        { "runStudioApps", "sagemaker:ListTags", "space/d-unet/unet-1" },
        { "runStudioApps", "sagemaker:DeleteTags", "space/d-unet/unet-1" },
        { "runStudioApps", "sagemaker:DescribeApp", "app/d-unet/unet-1/JupyterLab/default" },
        { "labelData", "sagemaker:DescribeLabelingJob", "labeling-job/unet-1" },
        { "labelData", "sagemaker:StopLabelingJob", "labeling-job/unet-1" },
        { "labelData", "sagemaker:ListTags", "labeling-job/unet-1" },
        { "labelData", "sagemaker:DeleteTags", "labeling-job/unet-1" },
        { "labelData", "sagemaker:DescribeWorkteam", "workteam/private-crowd/unet-people" },
        { "labelData", "sagemaker:ListLabelingJobsForWorkteam", "workteam/private-crowd/unet-people" },
        { "useHyperPod", "sagemaker:DescribeCluster", "cluster/unet00000000" },
        { "useHyperPod", "sagemaker:DescribeClusterEvent", "cluster/unet00000000" },
        { "useHyperPod", "sagemaker:DescribeClusterNode", "cluster/unet00000000" },
        { "useHyperPod", "sagemaker:ListClusterEvents", "cluster/unet00000000" },
        { "useHyperPod", "sagemaker:ListClusterNodes", "cluster/unet00000000" },
        { "manageHyperPod", "sagemaker:UpdateCluster", "cluster/unet00000000" },
        { "manageHyperPod", "sagemaker:UpdateClusterSoftware", "cluster/unet00000000" },
        { "manageHyperPod", "sagemaker:DeleteCluster", "cluster/unet00000000" },
        { "manageHyperPod", "sagemaker:BatchAddClusterNodes", "cluster/unet00000000" },
        { "manageHyperPod", "sagemaker:BatchDeleteClusterNodes", "cluster/unet00000000" },
        { "manageHyperPod", "sagemaker:BatchRebootClusterNodes", "cluster/unet00000000" },
        { "manageHyperPod", "sagemaker:BatchReplaceClusterNodes", "cluster/unet00000000" },
        { "manageHyperPod", "sagemaker:StartClusterHealthCheck", "cluster/unet00000000" },
        { "manageHyperPod", "sagemaker:AddTags", "cluster/unet00000000" },
        { "usePartnerApps", "sagemaker:CallPartnerAppApi", "partner-app/app-unet" },
        { "usePartnerApps", "sagemaker:CreatePartnerAppPresignedUrl", "partner-app/app-unet" },
        { "usePartnerApps", "sagemaker:DescribePartnerApp", "partner-app/app-unet" },
        { "useJumpStart", "sagemaker:DescribeHub", "hub/unet-hub" },
        { "useJumpStart", "sagemaker:ListHubContents", "hub/unet-hub" },
        { "useJumpStart", "sagemaker:DeployHubModel", "hub/unet-hub" },
        { "useJumpStart", "sagemaker:DescribeHubContent", "hub-content/unet-hub/Model/m" },
        { "useJumpStart", "sagemaker:ListHubContentVersions", "hub-content/unet-hub/Model/m" },
        { "useJumpStart", "sagemaker:DeployHubModel", "hub-content/unet-hub/Model/m" },
        { "useJumpStart", "sagemaker:TrainHubModel", "hub-content/unet-hub/Model/m" },
        { "scheduleNotebooks", "sagemaker:CreateTrainingJob", "training-job/unet-1" },
        { "scheduleNotebooks", "sagemaker:DescribeTrainingJob", "training-job/unet-1" },
        { "scheduleNotebooks", "sagemaker:StopTrainingJob", "training-job/unet-1" },
        { "scheduleNotebooks", "sagemaker:CreatePipeline", "pipeline/unet-1" },
        { "scheduleNotebooks", "sagemaker:DescribePipeline", "pipeline/unet-1" },
        { "scheduleNotebooks", "sagemaker:DeletePipeline", "pipeline/unet-1" },
        { "scheduleNotebooks", "sagemaker:StartPipelineExecution", "pipeline/unet-1" },
    };

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task Activity_AllowsItsActionOnResourcesOfItsPrefix(string activity, string action, string resource) =>
        (await PolicyJudge.AllowsAsync(Statements(activity), action, Arn("us-east-1", "123456789012", resource))).Should().BeTrue();

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task Activity_DeniesItsActionOnResourcesOfAnotherName(string activity, string action, string resource)
    {
        var other = Arn("us-east-1", "123456789012", resource.Replace("unet", "other", StringComparison.Ordinal));
        (await PolicyJudge.AllowsAsync(Statements(activity), action, other)).Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task Activity_DeniesItsActionInAnotherRegion(string activity, string action, string resource) =>
        (await PolicyJudge.AllowsAsync(Statements(activity), action, Arn("eu-west-1", "123456789012", resource))).Should().BeFalse();

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task OtherActivities_DenyTheAction(string activity, string action, string resource)
    {
        var others = MLActivity.All.Select(other => other.Word)
            .Where(other => other != activity && !Share(activity, other, action))
            .SelectMany(Statements)
            .Select((statement, index) => statement with { Sid = $"S{index}" });
        (await PolicyJudge.AllowsAsync(others, action, Arn("us-east-1", "123456789012", resource))).Should().BeFalse();
    }

    [Theory]
    [InlineData("manageJobs", "ListHyperParameterTuningJobs")]
    [InlineData("manageJobs", "ListProcessingJobs")]
    [InlineData("manageJobs", "ListTrainingJobs")]
    [InlineData("manageJobs", "ListTransformJobs")]
    [InlineData("manageModels", "ListModels")]
    [InlineData("manageModels", "ListModelPackageGroups")]
    [InlineData("manageEndpoints", "ListEndpoints")]
    [InlineData("manageEndpoints", "ListEndpointConfigs")]
    [InlineData("managePipelines", "ListPipelines")]
    [InlineData("manageExperiments", "ListExperiments")]
    [InlineData("manageExperiments", "ListTrials")]
    [InlineData("manageExperiments", "ListTrialComponents")]
    [InlineData("manageNotebooks", "ListNotebookInstances")]
    [InlineData("manageAutoML", "ListAutoMLJobs")]
    [InlineData("manageAutoML", "ListCandidatesForAutoMLJob")]
    [InlineData("manageModelCards", "ListModelCards")]
    [InlineData("manageLineage", "ListAssociations")]
    [InlineData("searchExperiments", "Search")]
    [InlineData("searchExperiments", "QueryLineage")]
    [InlineData("monitorModels", "ListMonitoringSchedules")]
    [InlineData("monitorModels", "ListMonitoringExecutions")]
    [InlineData("useFeatureStore", "ListFeatureGroups")]
    [InlineData("useMlflow", "ListMlflowTrackingServers")]
    [InlineData("manageMlflow", "ListMlflowApps")]
    [InlineData("runStudioApps", "ListSpaces")]
    [InlineData("labelData", "ListWorkteams")]
    [InlineData("useHyperPod", "ListClusters")]
    [InlineData("manageHyperPod", "ListClusters")]
    [InlineData("scheduleNotebooks", "Search")]
    [InlineData("useCanvas", "ListCandidatesForAutoMLJob")]
    [InlineData("usePartnerApps", "ListPartnerApps")]
    [InlineData("useJumpStart", "ListHubs")]
    public async Task Activity_ListsWhatItManages(string activity, string action) =>
        (await PolicyJudge.AllowsAsync(Statements(activity), $"sagemaker:{action}", "*")).Should().BeTrue();

    [Theory]
    [InlineData("manageJobs", "/aws/sagemaker/TrainingJobs:log-stream:unet-1/algo-1", true)]
    [InlineData("manageJobs", "/aws/sagemaker/ProcessingJobs:log-stream:unet-1/algo-1", true)]
    [InlineData("manageJobs", "/aws/sagemaker/TransformJobs:log-stream:unet-1/algo-1", true)]
    [InlineData("manageJobs", "/aws/sagemaker/TrainingJobs:log-stream:other-1/algo-1", false)]
    [InlineData("labelData", "/aws/sagemaker/LabelingJobs:log-stream:unet-1", true)]
    [InlineData("labelData", "/aws/sagemaker/LabelingJobs:log-stream:other-1", false)]
    [InlineData("manageEndpoints", "/aws/sagemaker/Endpoints/unet-1:log-stream:a", true)]
    [InlineData("manageEndpoints", "/aws/sagemaker/Endpoints/other-1:log-stream:a", false)]
    [InlineData("manageEndpoints", "/aws/sagemaker/InferenceComponents/unet-1:log-stream:a", true)]
    [InlineData("manageEndpoints", "/aws/sagemaker/InferenceComponents/other-1:log-stream:a", false)]
    [InlineData("manageNotebooks", "/aws/sagemaker/NotebookInstances:log-stream:unet-1/jupyter.log", true)]
    [InlineData("manageNotebooks", "/aws/sagemaker/NotebookInstances:log-stream:other-1/jupyter.log", false)]
    public async Task Activity_ReadsTheLogsOfItsOwnAlone(string activity, string stream, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            Statements(activity), "logs:GetLogEvents", $"arn:aws:logs:us-east-1:123456789012:log-group:{stream}")).Should().Be(allowed);

    [Theory]
    [InlineData("manageJobs", "/aws/sagemaker/TrainingJobs", true)]
    [InlineData("manageJobs", "/aws/lambda/f", false)]
    [InlineData("manageEndpoints", "/aws/sagemaker/Endpoints/unet-1", true)]
    [InlineData("manageEndpoints", "/aws/sagemaker/Endpoints/other-1", false)]
    [InlineData("manageNotebooks", "/aws/sagemaker/NotebookInstances", true)]
    [InlineData("manageJobs", "/aws/sagemaker/TrainingJobsOfOthers", false)]
    public async Task Activity_FindsItsLogStreams(string activity, string group, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            Statements(activity), "logs:DescribeLogStreams", $"arn:aws:logs:us-east-1:123456789012:log-group:{group}:log-stream:"))
            .Should().Be(allowed);

    [Theory]
    [InlineData("manageJobs", "sagemaker:CreateTransformJob", "transform-job/unet-1")]
    [InlineData("manageEndpoints", "sagemaker:CreateEndpointConfig", "endpoint-config/unet-1")]
    [InlineData("manageEndpoints", "sagemaker:CreateInferenceComponent", "inference-component/unet-1")]
    public async Task WhatIsMadeWithAModel_IsMadeWithOnesOwn(string activity, string action, string made)
    {
        const string Model = "arn:aws:sagemaker:us-east-1:123456789012:model";
        Task<bool> With(params (string, string)[] context) => PolicyJudge.AllowsAsync(
            Statements(activity), action, $"arn:aws:sagemaker:us-east-1:123456789012:{made}", context);
        (await With(("sagemaker:ModelArn", $"{Model}/unet-1"))).Should().BeTrue();
        (await With()).Should().BeTrue("an endpoint for components has no model");
        (await With(("sagemaker:ModelArn", $"{Model}/unet2-1"))).Should().BeFalse();
        (await With(("sagemaker:ModelArn", $"{Model.Replace("123456789012", "123456789013")}/unet-1"))).Should().BeFalse();
    }

    [Theory]
    [InlineData("manageJobs", "training-job", "CreateTrainingJob")]
    [InlineData("manageJobs", "processing-job", "CreateProcessingJob")]
    [InlineData("manageJobs", "transform-job", "CreateTransformJob")]
    [InlineData("manageJobs", "hyper-parameter-tuning-job", "CreateHyperParameterTuningJob")]
    [InlineData("manageAutoML", "automl-job", "CreateAutoMLJob")]
    [InlineData("manageAutoML", "automl-job", "CreateAutoMLJobV2")]
    [InlineData("monitorModels", "processing-job", "CreateProcessingJob")]
    [InlineData("labelData", "labeling-job", "CreateLabelingJob")]
    [InlineData("manageLineage", "action", "CreateAction")]
    [InlineData("manageLineage", "context", "CreateContext")]
    public async Task AJob_IsTaggedAsItIsCreated_AndNeverLater(string activity, string type, string call)
    {
        Task<bool> Tags(string name, params (string, string)[] context) => PolicyJudge.AllowsAsync(
            Statements(activity), "sagemaker:AddTags", Arn("us-east-1", "123456789012", $"{type}/{name}"), context);
        (await Tags("unet-1", ("sagemaker:TaggingAction", call))).Should().BeTrue();
        (await Tags("other-1", ("sagemaker:TaggingAction", call))).Should().BeFalse();
        (await Tags("unet-1", ("sagemaker:TaggingAction", "CreateModel"))).Should().BeFalse();
        (await Tags("unet-1")).Should().BeFalse();
    }

    [Theory]
    [InlineData("manageLineage", "artifact/0123456789abcdef", "CreateArtifact")]
    [InlineData("manageMlflow", "mlflow-app/app-0123456789AB", "CreateMlflowApp")]
    [InlineData("manageHyperPod", "cluster/0123456789ab", "CreateCluster")]
    public async Task WhatSageMakerGivesItsId_IsTaggedAsItIsCreated_AndNeverLater(string activity, string made, string call)
    {
        Task<bool> Tags(params (string, string)[] context) => PolicyJudge.AllowsAsync(
            Statements(activity), "sagemaker:AddTags", $"arn:aws:sagemaker:us-east-1:123456789012:{made}", context);
        (await Tags(("sagemaker:TaggingAction", call))).Should().BeTrue();
        (await Tags()).Should().BeFalse();
        (await Tags(("sagemaker:TaggingAction", "CreateModel"))).Should().BeFalse();
    }

    [Fact]
    public async Task CanvasTagsItsApplication_OfItsOwnProfileAlone()
    {
        Task<bool> Tags(string app) => PolicyJudge.AllowsAsync(
            Statements("useCanvas"), "sagemaker:AddTags", $"arn:aws:sagemaker:us-east-1:123456789012:app/{app}/Canvas/default");
        (await Tags(PolicyJudge.Scope.StudioUserProfiles[0])).Should().BeTrue();
        (await Tags(PolicyJudge.Scope.StudioUserProfiles[0] + "2")).Should().BeFalse();
    }

    [Theory]
    [InlineData("unet-setup", true)]
    [InlineData("unet2-setup", false)]
    public async Task ANotebook_IsSetUpByTheLifecycleConfigurationsOfItsPrefixes(string configuration, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            Statements("manageNotebooks"),
            "sagemaker:CreateNotebookInstance",
            "arn:aws:sagemaker:us-east-1:123456789012:notebook-instance/unet-1",
            ("sagemaker:NotebookInstanceLifecycleConfigArns",
                $"arn:aws:sagemaker:us-east-1:123456789012:notebook-instance-lifecycle-config/{configuration}"))).Should().Be(allowed);

    [Theory]
    [InlineData("training-job/unet-1", true)]
    [InlineData("training-job/unet-eval-1", true)]
    [InlineData("training-job/churn-1", true)]
    [InlineData("training-job/churn", false)]
    [InlineData("training-job/other-1", false)]
    public async Task Activity_OfTwoPrefixes_IsAllowedUnderEach(string job, bool allowed) => (await PolicyJudge.AllowsAsync(
        new ManageJobs().Statements(PolicyJudge.Scope with { ResourcePrefixes = ["unet-", "churn-"] }),
        "sagemaker:CreateTrainingJob",
        Arn("us-east-1", "123456789012", job))).Should().Be(allowed);

    // Who manages endpoints may invoke them; who runs jobs may read their tags, as who waits for them does; who monitors runs jobs that
    // make baselines; who looks experiments up sees what who makes them makes; who makes MLflow servers and apps may open them.
    private static bool Share(string activity, string other, string action) => (activity, other, action) switch
    {
        ("manageEndpoints", "invokeEndpoints", _) or ("invokeEndpoints", "manageEndpoints", _) =>
            action.StartsWith("sagemaker:InvokeEndpoint", StringComparison.Ordinal),
        ("manageJobs", "monitorModels", _) or ("monitorModels", "manageJobs", _) =>
            action.EndsWith("ProcessingJob", StringComparison.Ordinal) || action.EndsWith("Tags", StringComparison.Ordinal),
        ("waitForJobs", "monitorModels", "sagemaker:ListTags") or ("monitorModels", "waitForJobs", "sagemaker:ListTags") => true,
        ("searchExperiments", "manageExperiments" or "manageLineage", _)
            or ("manageExperiments" or "manageLineage", "searchExperiments", _) =>
            action.StartsWith("sagemaker:Describe", StringComparison.Ordinal),
        ("useMlflow", "manageMlflow", _) or ("manageMlflow", "useMlflow", _) =>
            action.StartsWith("sagemaker:CreatePresignedMlflow", StringComparison.Ordinal)
            || action.StartsWith("sagemaker:DescribeMlflow", StringComparison.Ordinal),
        ("useHyperPod", "manageHyperPod", _) or ("manageHyperPod", "useHyperPod", _) =>
            action.Contains(":Describe", StringComparison.Ordinal) || action.Contains(":List", StringComparison.Ordinal),
        // A notebook that is scheduled is a job, and its schedule a pipeline.
        ("scheduleNotebooks", "manageJobs" or "managePipelines", _) or ("manageJobs" or "managePipelines", "scheduleNotebooks", _) => true,
        ("scheduleNotebooks", "waitForJobs", "sagemaker:ListTags") or ("waitForJobs", "scheduleNotebooks", "sagemaker:ListTags") => true,
        ("manageJobs", "waitForJobs", "sagemaker:ListTags") or ("waitForJobs", "manageJobs", "sagemaker:ListTags") => true,
        _ => false,
    };

    private static IEnumerable<Statement> Statements(string activity) =>
        MLActivity.All.Single(known => known.Word == activity).Statements(PolicyJudge.Scope);

    private static string Arn(string region, string account, string resource) => $"arn:aws:sagemaker:{region}:{account}:{resource}";
}
