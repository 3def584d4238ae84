using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudTrail;
using Pulumi.Aws.CloudTrail.Inputs;
using Pulumi.Aws.S3;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Settings;
using Inputs = Pulumi.Aws.S3.Inputs;

namespace SageMakerIam.Components;

/// <summary>A trail with the bucket that it writes into.</summary>
internal sealed class AuditTrail : ComponentResource
{
    // A trail of another name keeps its bucket, whose name a bucket cannot begin with: it is no former name of the bucket's resources.
    private const string Component = "Trail";

    /// <summary>Makes it.</summary>
    /// <param name="settings">What it records.</param>
    /// <param name="key">The ARN of the key that encrypts the logs; null for a key of S3's.</param>
    /// <param name="account">The account and region that it is in.</param>
    public AuditTrail(TrailSettings settings, Input<string>? key, AwsAccount account)
        : base("sagemaker-iam:index:AuditTrail", Component, FormerNames.Options(settings.Name))
    {
        var name = settings.Name;
        // A bucket's own key would be asked for in the bucket's name, and not in the trail's, by which the key's policy lets CloudTrail.
        var bucket = new PrivateBucket(
            settings.Bucket, key, settings.Protect, this, objectLock: settings.ObjectLockDays > 0, bucketKey: false);
        var options = new CustomResourceOptions { Parent = this, DependsOn = bucket.Settings };
        if (settings.ObjectLockDays > 0)
        {
            _ = new BucketObjectLockConfiguration(
                $"{settings.Bucket}-lock",
                new BucketObjectLockConfigurationArgs
                {
                    Bucket = bucket.Name,
                    Rule = new Inputs.BucketObjectLockConfigurationRuleArgs
                    {
                        DefaultRetention = new Inputs.BucketObjectLockConfigurationRuleDefaultRetentionArgs
                        {
                            Mode = "COMPLIANCE",
                            Days = settings.ObjectLockDays,
                        },
                    },
                },
                options);
        }

        var policy = new BucketPolicy(
            $"{settings.Bucket}-policy",
            new BucketPolicyArgs
            {
                Bucket = bucket.Name,
                Policy = TrailBucketPolicy.Document(settings.Bucket, name, account).ToJson(),
            },
            options);
        var trail = new Trail(
            $"{Component}-trail",
            new TrailArgs
            {
                Name = name,
                // CloudTrail tries whether it may write.
                S3BucketName = policy.Bucket.Made(),
                KmsKeyId = key,
                IsMultiRegionTrail = true,
                IncludeGlobalServiceEvents = true,
                EnableLogFileValidation = true,
                AdvancedEventSelectors = Selectors(settings, account).ToArray(),
            },
            new CustomResourceOptions { Parent = this, Protect = settings.Protect });
        TrailArn = trail.Arn.Made();
        RegisterOutputs(new Dictionary<string, object?> { ["trailArn"] = TrailArn });
    }

    /// <summary>The ARN of the trail.</summary>
    [Output("trailArn")]
    public Output<string> TrailArn { get; private set; }

    private static IEnumerable<TrailAdvancedEventSelectorArgs> Selectors(TrailSettings settings, AwsAccount account)
    {
        yield return Selector("Management events", "Management");
        if (!settings.DataOf.IsEmpty)
        {
            yield return Selector(
                "Objects of buckets", "Data", OfType("AWS::S3::Object"),
                new TrailAdvancedEventSelectorFieldSelectorArgs
                {
                    Field = "resources.ARN",
                    StartsWiths = settings.DataOf.Select(bucket => account.Objects(bucket, "")[..^1]).ToArray(),
                });
        }

        if (settings.FeatureStore)
        {
            yield return Selector("Records of Feature Store", "Data", OfType("AWS::SageMaker::FeatureGroup"));
        }

        if (settings.ModelInvocations)
        {
            yield return Selector("Invocations of endpoints", "Data", OfType("AWS::SageMaker::Endpoint"));
        }
    }

    private static TrailAdvancedEventSelectorArgs Selector(
        string name, string category, params ImmutableArray<TrailAdvancedEventSelectorFieldSelectorArgs> fields) => new()
    {
        Name = name,
        FieldSelectors = fields.Prepend(Field("eventCategory", category)).ToArray(),
    };

    private static TrailAdvancedEventSelectorFieldSelectorArgs OfType(string type) => Field("resources.type", type);

    private static TrailAdvancedEventSelectorFieldSelectorArgs Field(string field, string value) =>
        new() { Field = field, Equals = value };
}
