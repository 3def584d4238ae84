using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings;

/// <summary>An AWS service that may assume an execution role.</summary>
internal enum TrustedService
{
    /// <summary>SageMaker.</summary>
    [Word("sagemaker.amazonaws.com")]
    SageMaker,

    /// <summary>EC2, for an instance profile: Databricks clusters, say.</summary>
    [Word("ec2.amazonaws.com")]
    Ec2,

    /// <summary>EventBridge, for a rule that starts a pipeline, as the schedule of a notebook does.</summary>
    [Word("events.amazonaws.com")]
    EventBridge,

    /// <summary>AWS Glue, for a job.</summary>
    [Word("glue.amazonaws.com")]
    Glue,

    /// <summary>AWS Lambda, for a function.</summary>
    [Word("lambda.amazonaws.com")]
    Lambda,

    /// <summary>EventBridge Scheduler, for a schedule that starts a pipeline.</summary>
    [Word("scheduler.amazonaws.com")]
    Scheduler,

    /// <summary>AWS Step Functions, for a state machine.</summary>
    [Word("states.amazonaws.com")]
    StepFunctions,
}

/// <summary>What IAM needs to know of a trusted service.</summary>
internal static class TrustedServices
{
    /// <summary>The service principal, <c>sagemaker.amazonaws.com</c> say; the same in every partition.</summary>
    public static string Principal(this TrustedService service) => Vocabulary.Word(service);
}
