using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.S3;

/// <summary>A bucket of S3, without what other resources say of it. Its id is its name.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/s3/bucket.go</c>.</remarks>
internal sealed class Bucket : IResourceType
{
    // Where S3 makes a bucket unless it is told where, and says nothing to who makes its own once more.
    private const string FirstRegion = "us-east-1";

    public string Token => "aws:s3/bucket:Bucket";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "bucket", "objectLockEnabled", "tags" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "bucket", "objectLockEnabled" };

    public IReadOnlySet<string> Removable { get; } = new HashSet<string> { "tags" };

    public IReadOnlySet<string> Computed { get; } = new HashSet<string> { "objectLockEnabled" };

    public PropertyMap Defaults { get; } = PropertyMap.Of(("forceDestroy", false));

    public bool IsRegional => true;

    // Names are unique in the world.
    public bool DeleteBeforeReplace => true;

    public void Check(PropertyMap inputs)
    {
        if (!inputs.Has("bucket"))
        {
            throw new EngineException($"{Token} without a bucket's name cannot be rehearsed");
        }
    }

    public string Creating(PropertyMap inputs) => $"creating S3 Bucket ({inputs.Text("bucket")})";

    public string? Deleting(string id, AwsException refused) => refused.IsNotFound ? null : $"deleting S3 Bucket ({id})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var name = inputs.Text("bucket")!;
        if (aws.Target.Region == FirstRegion && await IsThereAsync(aws, name).ConfigureAwait(false))
        {
            throw new AwsException("BucketAlreadyExists", "The requested bucket name is not available.");
        }

        await MakeAsync(aws, name, inputs.Flag("objectLockEnabled")).ConfigureAwait(false);
        await TagAsync(aws, name, ImmutableSortedDictionary<string, string>.Empty, inputs.TextMap("tags")).ConfigureAwait(false);
        return new CreatedResource(name);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var found = await aws.S3Async("HeadBucket", new { Bucket = id }).ConfigureAwait(false);
        var tagged = await S3Calls.FindAsync(aws, "GetBucketTagging", id, "NoSuchTagSet").ConfigureAwait(false);
        var locked = await S3Calls.FindAsync(
            aws, "GetObjectLockConfiguration", id, "ObjectLockConfigurationNotFoundError").ConfigureAwait(false);
        var tags = AwsTags.FromAws(tagged?["TagSet"]);
        return PropertyMap.Of(
            ("arn", $"arn:{aws.Target.Partition}:s3:::{id}"),
            ("bucket", id),
            ("bucketDomainName", $"{id}.s3.{aws.Target.DnsSuffix}"),
            ("bucketRegion", (string?)found["BucketRegion"]),
            ("bucketRegionalDomainName", $"{id}.s3.{aws.Target.Region}.{aws.Target.DnsSuffix}"),
            ("objectLockEnabled", (string?)locked?["ObjectLockConfiguration"]?["ObjectLockEnabled"] == "Enabled"),
            ("region", aws.Target.Region),
            ("tags", tags),
            ("tagsAll", tags));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        await TagAsync(aws, id, before.TextMap("tags"), after.TextMap("tags")).ConfigureAwait(false);
        return id;
    }

    // S3 refuses one that is not empty.
    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => aws.S3Async("DeleteBucket", new { Bucket = id });

    public async Task<ImmutableArray<string>> ListAsync(AccountSnapshot account)
    {
        var answer = await account.Aws.S3Async("ListBuckets", new { }).ConfigureAwait(false);
        return
        [
            .. (answer["Buckets"]?.AsArray() ?? []).Select(bucket => $"arn:{account.Aws.Target.Partition}:s3:::{(string?)bucket!["Name"]}"),
        ];
    }

    public bool BearsPolicy => true;

    public IReadOnlySet<string> PolicyTypes { get; } = new HashSet<string> { "aws:s3/bucket:Bucket", "aws:s3/bucketPolicy:BucketPolicy" };

    public async Task<JsonNode?> PolicyAsync(AwsClient aws, string arn)
    {
        var bucket = arn[(arn.LastIndexOf(':') + 1)..];
        var answer = await S3Calls.FindAsync(aws, "GetBucketPolicy", bucket, "NoSuchBucketPolicy").ConfigureAwait(false);
        return (string?)answer?["Policy"] is { } policy ? JsonNode.Parse(policy) : null;
    }

    /// <summary>Whether there is a bucket of a name that its owner may look up.</summary>
    public static async Task<bool> IsThereAsync(AwsClient aws, string name) =>
        await S3Calls.FindAsync(aws, "HeadBucket", name, "NotFound").ConfigureAwait(false) is not null;

    /// <summary>Makes a bucket in the client's region.</summary>
    public static Task MakeAsync(AwsClient aws, string name, bool isLocked)
    {
        var request = new
        {
            Bucket = name,
            CreateBucketConfiguration = aws.Target.Region == FirstRegion ? null : new { LocationConstraint = aws.Target.Region },
            ObjectLockEnabledForBucket = isLocked ? true : (bool?)null,
        };
        return LostAnswer.SettleAsync(() => aws.S3Async("CreateBucket", request), () => IsThereAsync(aws, name));
    }

    private static async Task TagAsync(
        AwsClient aws, string name, ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> after)
    {
        // Tags are put all at once.
        if (after.IsEmpty && !before.IsEmpty)
        {
            await aws.S3Async("DeleteBucketTagging", new { Bucket = name }).ConfigureAwait(false);
        }
        else if (!after.SequenceEqual(before))
        {
            await aws.S3Async("PutBucketTagging", new { Bucket = name, Tagging = new { TagSet = AwsTags.ToAws(after) } })
                .ConfigureAwait(false);
        }
    }
}
