using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>The permissions that each ML activity stands for.</summary>
public static class MLActivities
{
    /// <summary>The statements of one ML activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="resourcePrefix">The beginning of the names of the SageMaker resources that it is allowed on.</param>
    /// <param name="account">The account and region that it is allowed in.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such activity.</exception>
    public static IEnumerable<Statement> Statements(MLActivity activity, string resourcePrefix, AwsAccount account) => activity switch
    {
        MLActivity.ManageJobs => ManageJobs.Statements(resourcePrefix, account),
        MLActivity.ManageModels => ManageModels.Statements(resourcePrefix, account),
        MLActivity.ManageEndpoints => ManageEndpoints.Statements(resourcePrefix, account),
        MLActivity.ManagePipelines => ManagePipelines.Statements(resourcePrefix, account),
        MLActivity.ManageExperiments => ManageExperiments.Statements(resourcePrefix, account),
        MLActivity.ManageNotebooks => ManageNotebooks.Statements(resourcePrefix, account),
        MLActivity.WaitForJobs => WaitForJobs.Statements(resourcePrefix, account),
        _ => throw new ArgumentOutOfRangeException(nameof(activity), activity, "There is no such ML activity."),
    };
}
