using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Define pipelines and run them.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal sealed record ManagePipelines : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "ManagePipelines",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:CreatePipeline", "sagemaker:DeletePipeline",
                "sagemaker:DescribePipeline", "sagemaker:DescribePipelineDefinitionForExecution",
                "sagemaker:DescribePipelineExecution", "sagemaker:ListPipelineExecutionSteps",
                "sagemaker:ListPipelineExecutions", "sagemaker:ListPipelineParametersForExecution",
                "sagemaker:ListPipelineVersions", "sagemaker:RetryPipelineExecution",
                "sagemaker:SendPipelineExecutionStepFailure", "sagemaker:SendPipelineExecutionStepSuccess",
                "sagemaker:StartPipelineExecution", "sagemaker:StopPipelineExecution", "sagemaker:UpdatePipeline",
                "sagemaker:UpdatePipelineExecution", "sagemaker:UpdatePipelineVersion",
            ],
            // An execution's ARN continues its pipeline's: pipeline/NAME/execution/ID.
            Resources = scope.SageMaker("pipeline"),
        };
        yield return new Statement { Sid = "ListPipelines", Actions = ["sagemaker:ListPipelines"], Resources = ["*"] };
    }
}
