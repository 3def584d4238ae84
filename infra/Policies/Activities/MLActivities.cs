using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>The permissions that each ML activity stands for.</summary>
internal static class MLActivities
{
    /// <param name="activity">The activity.</param>
    /// <param name="resourcePrefixes">The beginnings of the names of the SageMaker resources that it is allowed on.</param>
    /// <param name="account">The account and region that it is allowed in.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such activity.</exception>
    public static IEnumerable<Statement> Statements(MLActivity activity, ImmutableArray<string> resourcePrefixes, AwsAccount account) =>
        activity switch
        {
            MLActivity.ManageJobs => ManageJobs.Statements(resourcePrefixes, account),
            MLActivity.ManageModels => ManageModels.Statements(resourcePrefixes, account),
            MLActivity.ManageEndpoints => ManageEndpoints.Statements(resourcePrefixes, account),
            MLActivity.ManagePipelines => ManagePipelines.Statements(resourcePrefixes, account),
            MLActivity.ManageExperiments => ManageExperiments.Statements(resourcePrefixes, account),
            MLActivity.ManageNotebooks => ManageNotebooks.Statements(resourcePrefixes, account),
            MLActivity.InvokeEndpoints => InvokeEndpoints.Statements(resourcePrefixes, account),
            MLActivity.WaitForJobs => WaitForJobs.Statements(resourcePrefixes, account),
            _ => throw new ArgumentOutOfRangeException(nameof(activity), activity, "There is no such ML activity."),
        };
}
