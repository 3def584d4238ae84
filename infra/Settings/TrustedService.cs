using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings;

/// <summary>An AWS service that may assume an execution role.</summary>
public enum TrustedService
{
    /// <summary>SageMaker.</summary>
    [Word("sagemaker.amazonaws.com")]
    SageMaker,

    /// <summary>EC2, for an instance profile: Databricks clusters, say.</summary>
    [Word("ec2.amazonaws.com")]
    Ec2,

    /// <summary>AWS Glue, for a job.</summary>
    [Word("glue.amazonaws.com")]
    Glue,

    /// <summary>AWS Lambda, for a function.</summary>
    [Word("lambda.amazonaws.com")]
    Lambda,

    /// <summary>AWS Step Functions, for a state machine.</summary>
    [Word("states.amazonaws.com")]
    StepFunctions,
}

/// <summary>What IAM needs to know of a trusted service.</summary>
public static class TrustedServices
{
    /// <summary>The service principal, <c>sagemaker.amazonaws.com</c> say; the same in every partition.</summary>
    public static string Principal(this TrustedService service) => Vocabulary.Word(service);

    /// <summary>
    /// Whether the service says for whom it assumes a role (<c>aws:SourceAccount</c>). For a service that does not,
    /// a condition on it would lock the service out.
    /// </summary>
    /// <remarks>
    /// SageMaker AI Developer Guide, "Cross-service confused deputy prevention";
    /// AWS Step Functions Developer Guide, "Prevent cross-service confused deputy issue".
    /// </remarks>
    public static bool SendsSourceAccount(this TrustedService service) =>
        service is TrustedService.SageMaker or TrustedService.StepFunctions;
}
