using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings;

/// <summary>A service that a VPC reaches by an endpoint.</summary>
/// <remarks>AWS PrivateLink Guide, "AWS services that integrate with AWS PrivateLink" and "Gateway endpoints for Amazon S3".</remarks>
internal enum EndpointService
{
    /// <summary>SageMaker.</summary>
    [Word("sagemaker.api")]
    SageMakerApi,

    /// <summary>The invocation of SageMaker's endpoints.</summary>
    [Word("sagemaker.runtime")]
    SageMakerRuntime,

    /// <summary>STS.</summary>
    [Word("sts")]
    Sts,

    /// <summary>ECR, but for what Docker asks of it.</summary>
    [Word("ecr.api")]
    EcrApi,

    /// <summary>What Docker asks of ECR.</summary>
    [Word("ecr.dkr")]
    EcrDkr,

    /// <summary>CloudWatch Logs.</summary>
    [Word("logs")]
    Logs,

    /// <summary>S3, by a gateway in route tables; the others have network interfaces in subnets.</summary>
    [Word("s3")]
    S3,
}

/// <summary>What AWS calls such a service.</summary>
internal static class EndpointServices
{
    /// <summary>What the name of the endpoint's service ends with, <c>sagemaker.api</c> say.</summary>
    public static string Name(this EndpointService service) => Vocabulary.Word(service);

    /// <summary>What the names of the service's actions begin with, <c>sagemaker</c> say.</summary>
    public static string Namespace(this EndpointService service) => Vocabulary.Word(service).Split('.')[0];
}
