namespace SageMakerIam.Policies.Activities;

/// <summary>
/// A set of permissions to work with SageMaker, in the terms of SageMaker Role Manager, which has no word for the last.
/// Each is one file beside this one.
/// </summary>
/// <remarks>SageMaker AI Developer Guide, "ML activity reference".</remarks>
public enum MLActivity
{
    /// <summary>Run training, processing, transform and hyperparameter tuning jobs, and read their logs.</summary>
    ManageJobs,

    /// <summary>Create and delete models, and register model packages.</summary>
    ManageModels,

    /// <summary>Deploy, update, scale, invoke and delete endpoints, and read their logs.</summary>
    ManageEndpoints,

    /// <summary>Define pipelines and run them.</summary>
    ManagePipelines,

    /// <summary>Track experiments, trials and their components.</summary>
    ManageExperiments,

    /// <summary>Create, open, stop and delete notebook instances, and read their logs.</summary>
    ManageNotebooks,

    /// <summary>Wait for the end of jobs, as Step Functions does for a task whose integration is <c>.sync</c>.</summary>
    WaitForJobs,
}

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
