using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.S3;

/// <summary>To whom the objects of a bucket belong. Its id is the bucket's name.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/s3/bucket_ownership_controls.go</c>.</remarks>
internal sealed class BucketOwnershipControls : IResourceType
{
    public string Token => "aws:s3/bucketOwnershipControls:BucketOwnershipControls";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "bucket", "rule" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "bucket" };

    public bool IsRegional => true;

    public string Creating(PropertyMap inputs) => $"creating S3 Bucket ({inputs.Text("bucket")}) Ownership Controls";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var bucket = inputs.Text("bucket")!;
        var rules = new[] { new { ObjectOwnership = inputs.TextMap("rule")["objectOwnership"] } };
        await aws.S3Async("PutBucketOwnershipControls", new { Bucket = bucket, OwnershipControls = new { Rules = rules } })
            .ConfigureAwait(false);
        return new CreatedResource(bucket);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var found = await aws.S3Async("GetBucketOwnershipControls", new { Bucket = id }).ConfigureAwait(false);
        var ownership = (string?)found["OwnershipControls"]!["Rules"]![0]!["ObjectOwnership"];
        return PropertyMap.Of(
            ("bucket", id), ("region", aws.Target.Region), ("rule", PropertyMap.Of(("objectOwnership", ownership)).Values));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        (await CreateAsync(aws, after).ConfigureAwait(false)).Id;

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) =>
        aws.S3Async("DeleteBucketOwnershipControls", new { Bucket = id });

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;
}
