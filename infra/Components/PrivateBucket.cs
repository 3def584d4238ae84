using Pulumi;
using Pulumi.Aws.S3;
using Default = Pulumi.Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs;
using Inputs = Pulumi.Aws.S3.Inputs;

namespace SageMakerIam.Components;

/// <summary>A bucket that keeps versions, encrypts, is closed to the public, and whose objects all belong to its owner.</summary>
/// <remarks>Amazon S3 User Guide, "Security best practices for Amazon S3".</remarks>
internal sealed class PrivateBucket
{
    /// <summary>Makes it.</summary>
    /// <param name="name">Its name; the names of its resources begin with it.</param>
    /// <param name="kmsKey">The ARN of the KMS key that it encrypts with; null for a key of S3's.</param>
    /// <param name="protect">Whether Pulumi refuses to delete or replace it.</param>
    /// <param name="parent">The component that it is of.</param>
    /// <param name="objectLock">Whether its objects can be locked.</param>
    /// <param name="bucketKey">Whether S3 makes a key of the KMS key for many objects: fewer calls to KMS.</param>
    public PrivateBucket(
        string name, Input<string>? kmsKey, bool protect, ComponentResource parent, bool objectLock = false, bool bucketKey = true)
    {
        var bucket = new Bucket(
            $"{name}-bucket",
            new BucketArgs { BucketName = name, ObjectLockEnabled = objectLock ? true : (Input<bool>?)null },
            new CustomResourceOptions { Parent = parent, Protect = protect });
        Name = bucket.BucketName.Made();
        var options = new CustomResourceOptions { Parent = parent };
        Settings =
        [
            new BucketPublicAccessBlock(
                $"{name}-public-access",
                new BucketPublicAccessBlockArgs
                {
                    Bucket = Name,
                    BlockPublicAcls = true,
                    BlockPublicPolicy = true,
                    IgnorePublicAcls = true,
                    RestrictPublicBuckets = true,
                },
                options),
            new BucketOwnershipControls(
                $"{name}-ownership",
                new BucketOwnershipControlsArgs
                {
                    Bucket = Name,
                    Rule = new Inputs.BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
                },
                options),
            new BucketVersioning(
                $"{name}-versioning",
                new BucketVersioningArgs
                {
                    Bucket = Name,
                    VersioningConfiguration = new Inputs.BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
                },
                options),
            new BucketServerSideEncryptionConfiguration(
                $"{name}-encryption",
                new BucketServerSideEncryptionConfigurationArgs
                {
                    Bucket = Name,
                    Rules = new Inputs.BucketServerSideEncryptionConfigurationRuleArgs
                    {
                        ApplyServerSideEncryptionByDefault = new Default
                        {
                            SseAlgorithm = kmsKey is null ? "AES256" : "aws:kms",
                            KmsMasterKeyId = kmsKey,
                        },
                        BucketKeyEnabled = kmsKey is not null && bucketKey,
                    },
                },
                options),
        ];
    }

    /// <summary>Its name, once it is made.</summary>
    public Output<string> Name { get; }

    /// <summary>How it is set up.</summary>
    public Resource[] Settings { get; }
}
