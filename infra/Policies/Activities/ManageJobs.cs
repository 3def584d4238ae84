using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Run training, processing, transform and hyperparameter tuning jobs, and read their logs.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal sealed record ManageJobs : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "ManageJobs",
            Actions =
            [
                .. SageMakerTags.OfJobs,
                "sagemaker:BatchGetMetrics",
                "sagemaker:CreateHyperParameterTuningJob", "sagemaker:CreateProcessingJob",
                "sagemaker:CreateTrainingJob",
                "sagemaker:DeleteHyperParameterTuningJob", "sagemaker:DeleteProcessingJob", "sagemaker:DeleteTrainingJob",
                "sagemaker:DescribeHyperParameterTuningJob", "sagemaker:DescribeProcessingJob",
                "sagemaker:DescribeTrainingJob", "sagemaker:DescribeTransformJob",
                "sagemaker:ListTrainingJobsForHyperParameterTuningJob",
                "sagemaker:StopHyperParameterTuningJob", "sagemaker:StopProcessingJob",
                "sagemaker:StopTrainingJob", "sagemaker:StopTransformJob", "sagemaker:UpdateTrainingJob",
            ],
            Resources = scope.SageMaker("hyper-parameter-tuning-job", "processing-job", "training-job", "transform-job"),
        };
        yield return SageMakerTags.WhenCreated(
            "JobTags",
            scope.SageMaker("hyper-parameter-tuning-job", "processing-job", "training-job", "transform-job"),
            "CreateHyperParameterTuningJob", "CreateProcessingJob", "CreateTrainingJob", "CreateTransformJob");
        yield return new Statement
        {
            Sid = "TransformWithModels",
            Actions = ["sagemaker:CreateTransformJob"],
            Resources = scope.SageMaker("transform-job"),
            Conditions = [ManageModels.OfOwnModels(scope)],
        };
        yield return new Statement
        {
            Sid = "ListJobs",
            Actions =
            [
                "sagemaker:ListHyperParameterTuningJobs", "sagemaker:ListProcessingJobs",
                "sagemaker:ListTrainingJobs", "sagemaker:ListTransformJobs",
            ],
            Resources = ["*"],
        };
        foreach (var statement in SageMakerLogs.OfStreams("JobLogs", ["processing-job", "training-job", "transform-job"], scope))
        {
            yield return statement;
        }
    }
}
