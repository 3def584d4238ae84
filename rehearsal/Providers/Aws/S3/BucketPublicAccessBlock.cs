using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.S3;

/// <summary>What a bucket refuses of access for everybody. Its id is the bucket's name.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/s3/bucket_public_access_block.go</c>.</remarks>
internal sealed class BucketPublicAccessBlock : IResourceType
{
    private static readonly ImmutableArray<string> Settings =
        ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

    public string Token => "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string>([.. Settings, "bucket"]);

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "bucket" };

    public PropertyMap Defaults { get; } = PropertyMap.Of([.. Settings.Select(setting => (setting, (object?)false))]);

    public bool IsRegional => true;

    public string Creating(PropertyMap inputs) => $"creating S3 Bucket ({inputs.Text("bucket")}) Public Access Block";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var bucket = inputs.Text("bucket")!;
        await aws.S3Async("PutPublicAccessBlock", new
        {
            Bucket = bucket,
            PublicAccessBlockConfiguration = Settings.ToDictionary(OfAws, inputs.Flag),
        }).ConfigureAwait(false);
        return new CreatedResource(bucket);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var found = await aws.S3Async("GetPublicAccessBlock", new { Bucket = id }).ConfigureAwait(false);
        JsonNode block = found["PublicAccessBlockConfiguration"]!;
        return PropertyMap.Of(
        [
            ("bucket", id),
            ("region", aws.Target.Region),
            .. Settings.Select(setting => (setting, (object?)((bool?)block[OfAws(setting)] ?? false))),
        ]);
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        (await CreateAsync(aws, after).ConfigureAwait(false)).Id;

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => aws.S3Async("DeletePublicAccessBlock", new { Bucket = id });

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;

    private static string OfAws(string setting) => char.ToUpperInvariant(setting[0]) + setting[1..];
}
