using System.Collections.Immutable;
using System.Text;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.S3;

/// <summary>
/// The policy of a bucket, which has one or none: putting another takes the first one's place without a word. Its id is the bucket's name.
/// </summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/s3/bucket_policy.go</c>.</remarks>
internal sealed class BucketPolicy : IResourceType
{
    /// <summary>How long one may be, in bytes.</summary>
    /// <remarks>Amazon S3 User Guide, "Bucket policies for Amazon S3": 20 KB.</remarks>
    private const int MostBytes = 20 * 1024;

    public string Token => "aws:s3/bucketPolicy:BucketPolicy";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "bucket", "policy" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "bucket" };

    public IReadOnlySet<string> JsonInputs { get; } = new HashSet<string> { "policy" };

    public bool IsRegional => true;

    public void Check(PropertyMap inputs) => InputRules.Document("policy", inputs.Text("policy"));

    public string Creating(PropertyMap inputs) => $"putting S3 Bucket ({inputs.Text("bucket")}) Policy";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var (bucket, policy) = (inputs.Text("bucket")!, inputs.Text("policy")!);
        if (Encoding.UTF8.GetByteCount(policy) > MostBytes)
        {
            // The emulator takes it; S3 does not.
            throw new AwsException("PolicyTooLarge", "Policy exceeds the maximum allowed document size.");
        }

        await aws.S3Async("PutBucketPolicy", new { Bucket = bucket, Policy = policy }).ConfigureAwait(false);
        return new CreatedResource(bucket);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var found = await aws.S3Async("GetBucketPolicy", new { Bucket = id }).ConfigureAwait(false);
        return PropertyMap.Of(("bucket", id), ("policy", (string?)found["Policy"]), ("region", aws.Target.Region));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        (await CreateAsync(aws, after).ConfigureAwait(false)).Id;

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => aws.S3Async("DeleteBucketPolicy", new { Bucket = id });

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;
}
