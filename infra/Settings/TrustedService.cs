namespace SageMakerIam.Settings;

/// <summary>An AWS service that may assume an execution role.</summary>
public enum TrustedService
{
    /// <summary>SageMaker.</summary>
    SageMaker,

    /// <summary>EC2, for an instance profile: Databricks clusters, say.</summary>
    Ec2,

    /// <summary>AWS Glue, for a job.</summary>
    Glue,

    /// <summary>AWS Lambda, for a function.</summary>
    Lambda,

    /// <summary>AWS Step Functions, for a state machine.</summary>
    StepFunctions,
}

/// <summary>What IAM needs to know of a trusted service.</summary>
public static class TrustedServices
{
    /// <summary>The service principal, <c>sagemaker.amazonaws.com</c> say; the same in every partition.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such service.</exception>
    public static string Principal(this TrustedService service) => service switch
    {
        TrustedService.SageMaker => "sagemaker.amazonaws.com",
        TrustedService.Ec2 => "ec2.amazonaws.com",
        TrustedService.Glue => "glue.amazonaws.com",
        TrustedService.Lambda => "lambda.amazonaws.com",
        TrustedService.StepFunctions => "states.amazonaws.com",
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "There is no such service."),
    };

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
