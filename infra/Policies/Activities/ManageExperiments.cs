using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Activities;

/// <summary>Experiments, trials, trial components and their metrics.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal static class ManageExperiments
{
    /// <summary>The statements, for experiments, trials and trial components whose names begin with one of the prefixes.</summary>
    public static IEnumerable<Statement> Statements(ImmutableArray<string> resourcePrefixes, AwsAccount account)
    {
        yield return new Statement
        {
            Sid = "ManageExperiments",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:AssociateTrialComponent", "sagemaker:BatchPutMetrics",
                "sagemaker:CreateExperiment", "sagemaker:CreateTrial", "sagemaker:CreateTrialComponent",
                "sagemaker:DeleteExperiment", "sagemaker:DeleteTrial", "sagemaker:DeleteTrialComponent",
                "sagemaker:DescribeExperiment", "sagemaker:DescribeTrial", "sagemaker:DescribeTrialComponent",
                "sagemaker:DisassociateTrialComponent",
                "sagemaker:UpdateExperiment", "sagemaker:UpdateTrial", "sagemaker:UpdateTrialComponent",
            ],
            Resources =
            [
                .. account.SageMaker("experiment", resourcePrefixes),
                .. account.SageMaker("experiment-trial", resourcePrefixes),
                .. account.SageMaker("experiment-trial-component", resourcePrefixes),
            ],
        };
        yield return new Statement
        {
            Sid = "ListExperiments",
            Actions = ["sagemaker:ListExperiments", "sagemaker:ListTrialComponents", "sagemaker:ListTrials"],
            Resources = ["*"],
        };
    }
}
