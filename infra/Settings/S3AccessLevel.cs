namespace SageMakerIam.Settings;

/// <summary>What may be done with a bucket, in the terms of IAM's access levels.</summary>
internal enum S3AccessLevel
{
    /// <summary>Get objects under the prefix, and list the prefix.</summary>
    Read,

    /// <summary>Put objects under the prefix, in one part or several.</summary>
    Write,

    /// <summary>Delete objects under the prefix.</summary>
    Delete,

    /// <summary>Set the tags of objects under the prefix.</summary>
    Tagging,

    /// <summary>
    /// Set the access control lists of objects under the prefix, and of the bucket where it may be created, too, as MLflow does.
    /// </summary>
    PermissionsManagement,

    /// <summary>Create the bucket itself, as the SageMaker SDK and MLflow do where it is missing.</summary>
    CreateBucket,

    /// <summary>Create and delete the bucket itself.</summary>
    ManageBucket,
}
