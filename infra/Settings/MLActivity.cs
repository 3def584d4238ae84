namespace SageMakerIam.Settings;

/// <summary>
/// A set of permissions to work with SageMaker, in the terms of SageMaker Role Manager, which has no word for the last two.
/// Each is one file beside this one.
/// </summary>
/// <remarks>SageMaker AI Developer Guide, "ML activity reference".</remarks>
internal enum MLActivity
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

    /// <summary>Ask endpoints for predictions, and nothing else.</summary>
    InvokeEndpoints,

    /// <summary>Wait for the end of jobs, as Step Functions does for a task whose integration is <c>.sync</c>.</summary>
    WaitForJobs,
}
