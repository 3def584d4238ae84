using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Track experiments, trials and their components.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal sealed record ManageExperiments : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "ManageExperiments",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:AssociateTrialComponent", "sagemaker:BatchGetMetrics", "sagemaker:BatchPutMetrics",
                "sagemaker:CreateExperiment", "sagemaker:CreateTrial", "sagemaker:CreateTrialComponent",
                "sagemaker:DeleteExperiment", "sagemaker:DeleteTrial", "sagemaker:DeleteTrialComponent",
                "sagemaker:DescribeExperiment", "sagemaker:DescribeTrial", "sagemaker:DescribeTrialComponent",
                "sagemaker:DisassociateTrialComponent",
                "sagemaker:UpdateExperiment", "sagemaker:UpdateTrial", "sagemaker:UpdateTrialComponent",
            ],
            Resources = scope.SageMaker("experiment", "experiment-trial", "experiment-trial-component"),
        };
        yield return new Statement
        {
            Sid = "ListExperiments",
            Actions = ["sagemaker:ListExperiments", "sagemaker:ListTrialComponents", "sagemaker:ListTrials"],
            Resources = ["*"],
        };
    }
}
