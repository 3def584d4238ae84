using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Run training, processing, transform and hyperparameter tuning jobs, and read their logs.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal sealed record ManageJobs : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ImmutableArray<string> resourcePrefixes, AwsAccount account)
    {
        yield return new Statement
        {
            Sid = "ManageJobs",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:CreateHyperParameterTuningJob", "sagemaker:CreateProcessingJob",
                "sagemaker:CreateTrainingJob",
                "sagemaker:DeleteHyperParameterTuningJob", "sagemaker:DeleteProcessingJob", "sagemaker:DeleteTrainingJob",
                "sagemaker:DescribeHyperParameterTuningJob", "sagemaker:DescribeProcessingJob",
                "sagemaker:DescribeTrainingJob", "sagemaker:DescribeTransformJob",
                "sagemaker:ListTrainingJobsForHyperParameterTuningJob",
                "sagemaker:StopHyperParameterTuningJob", "sagemaker:StopProcessingJob",
                "sagemaker:StopTrainingJob", "sagemaker:StopTransformJob", "sagemaker:UpdateTrainingJob",
            ],
            Resources =
            [
                .. account.SageMaker("hyper-parameter-tuning-job", resourcePrefixes),
                .. account.SageMaker("processing-job", resourcePrefixes),
                .. account.SageMaker("training-job", resourcePrefixes),
                .. account.SageMaker("transform-job", resourcePrefixes),
            ],
        };
        yield return new Statement
        {
            Sid = "TransformWithModels",
            Actions = ["sagemaker:CreateTransformJob"],
            Resources = [.. account.SageMaker("transform-job", resourcePrefixes)],
            Conditions = [ManageModels.OfOwnModels(resourcePrefixes, account)],
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
        ImmutableArray<string> logs = ["ProcessingJobs", "TrainingJobs", "TransformJobs"];
        foreach (var statement in SageMakerLogs.OfStreams("JobLogs", logs, resourcePrefixes, account))
        {
            yield return statement;
        }
    }
}
