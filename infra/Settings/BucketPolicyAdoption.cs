namespace SageMakerIam.Settings;

/// <summary>What becomes of a policy that a bucket has already.</summary>
internal enum BucketPolicyAdoption
{
    /// <summary>Its statements stay beside those that guard the bucket, also those that somebody adds later.</summary>
    Merge,

    /// <summary>It is given up.</summary>
    Replace,
}
