using Pulumi;
using Pulumi.Aws.S3;
using SageMakerIam.Policies.Resources;

namespace SageMakerIam.Components;

/// <summary>A guarded bucket: its policy, and the bucket itself where the stack makes it.</summary>
internal sealed class GuardedBucket : ComponentResource
{
    /// <summary>Guards it.</summary>
    /// <param name="name">The name of the bucket, and of the component; its children's names begin with it.</param>
    /// <param name="args">What it is.</param>
    public GuardedBucket(string name, GuardedBucketArgs args)
        : base("sagemaker-iam:index:GuardedBucket", name)
    {
        var (settings, account) = (args.Settings, args.Account);
        var key = settings.KmsKey is null ? null : (Input<string>)args.KeyArns.WhenMade(keys => keys.In(settings).KmsKey!);
        var made = settings.Create ? new PrivateBucket(name, key, settings.Protect, this) : null;
        var policy = new BucketPolicy(
            $"{name}-policy",
            new BucketPolicyArgs
            {
                Bucket = made is null ? name : made.Name,
                Policy = Output.Tuple(args.UserArns.ToOutput(), args.KeyArns, args.EndpointIds).WhenMade(known =>
                {
                    var own = GuardedBucketPolicy.Document(name, known.Item3.In(known.Item2.In(settings)), known.Item1, account);
                    return args.PolicyThere is { } there ? MergedPolicy.Json(own, there) : own.ToJson();
                }),
            },
            // S3 takes one change of a bucket at a time.
            new CustomResourceOptions { Parent = this, DependsOn = made?.Settings ?? [] });
        BucketArn = policy.Bucket.Made().Apply(account.Bucket);
        if (args.PolicyThere is { } kept && MergedPolicy.Others(kept).ToList() is { Count: > 0 } others)
        {
            var sids = string.Join(", ", others.Select(statement => (string?)statement["Sid"] ?? "one without a Sid"));
            StatementsKept = BucketArn.Apply(_ => sids);
        }

        RegisterOutputs(new Dictionary<string, object?> { ["bucketArn"] = BucketArn });
    }

    /// <summary>The ARN of the bucket, once it is guarded.</summary>
    [Output("bucketArn")]
    public Output<string> BucketArn { get; private set; }

    /// <summary>What is kept of the policy that it had, by the statements' <c>Sid</c>; null for nothing.</summary>
    public Output<string>? StatementsKept { get; }
}
