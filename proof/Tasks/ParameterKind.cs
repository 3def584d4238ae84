namespace Proof.Tasks;

/// <summary>What a parameter of a task holds.</summary>
public enum ParameterKind
{
    /// <summary>The name of a job, model, endpoint or the like.</summary>
    Name,

    /// <summary>Objects in S3: <c>s3://BUCKET/</c> for a whole bucket, <c>s3://BUCKET/FOLDER/</c> for what is under a folder.</summary>
    Path,

    /// <summary>The name of an ECR repository, or its ARN where it belongs to another account.</summary>
    Repository,

    /// <summary>A role: an execution role or PassRole grant of the contract, or an ARN.</summary>
    Role,

    /// <summary>An identity of any account, by its ARN.</summary>
    Identity,

    /// <summary>A service principal, <c>sagemaker.amazonaws.com</c> say.</summary>
    Service,

    /// <summary>An account's number, or <c>this</c>.</summary>
    Account,

    /// <summary>What SageMaker lists, in the API's words: <c>TrainingJobs</c>.</summary>
    Listing,

    /// <summary>
    /// The name of a CloudWatch log group, <c>/aws/sagemaker/TrainingJobs</c> say; every one under it where it ends in a slash.
    /// </summary>
    LogGroup,

    /// <summary>A namespace of CloudWatch metrics.</summary>
    Namespace,

    /// <summary>The ARN of a KMS key.</summary>
    Key,

    /// <summary>The name of a secret.</summary>
    Secret,

    /// <summary>The id of a subnet.</summary>
    Subnet,

    /// <summary>The id of a security group.</summary>
    SecurityGroup,

    /// <summary>An external id, or <c>its own</c> for the one that the role demands.</summary>
    ExternalId,

    /// <summary>The id of an AWS organization.</summary>
    Organization,

    /// <summary>The subject of an OpenID Connect token, <c>repo:acme/churn:ref:refs/heads/main</c> say.</summary>
    Subject,
}
