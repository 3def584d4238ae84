using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.S3;

/// <summary>How a bucket encrypts what is written without a word of it. Its id is the bucket's name.</summary>
/// <remarks>
/// hashicorp/terraform-provider-aws, <c>internal/service/s3/bucket_server_side_encryption_configuration.go</c>.
/// </remarks>
internal sealed class BucketEncryption : IResourceType
{
    public string Token => "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "bucket", "rules" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "bucket" };

    public bool IsRegional => true;

    public string Creating(PropertyMap inputs) => $"creating S3 Bucket ({inputs.Text("bucket")}) Server-side Encryption Configuration";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var bucket = inputs.Text("bucket")!;
        var rules = inputs.Json("rules")!.AsArray().Select(rule => new
        {
            ApplyServerSideEncryptionByDefault = new
            {
                SSEAlgorithm = (string?)rule!["applyServerSideEncryptionByDefault"]!["sseAlgorithm"],
                KMSMasterKeyID = (string?)rule["applyServerSideEncryptionByDefault"]!["kmsMasterKeyId"],
            },
            BucketKeyEnabled = (bool?)rule["bucketKeyEnabled"] ?? false,
        });
        await aws.S3Async(
            "PutBucketEncryption",
            new { Bucket = bucket, ServerSideEncryptionConfiguration = new { Rules = rules } }).ConfigureAwait(false);
        return new CreatedResource(bucket);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var found = await aws.S3Async("GetBucketEncryption", new { Bucket = id }).ConfigureAwait(false);
        var rules = found["ServerSideEncryptionConfiguration"]!["Rules"]!.AsArray();
        return PropertyMap.Of(
            ("bucket", id),
            ("region", aws.Target.Region),
            ("rules", rules.Select(rule => (object?)Rule(rule!).Values).ToImmutableArray()));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        (await CreateAsync(aws, after).ConfigureAwait(false)).Id;

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => aws.S3Async("DeleteBucketEncryption", new { Bucket = id });

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;

    private static PropertyMap Rule(JsonNode rule)
    {
        var byDefault = rule["ApplyServerSideEncryptionByDefault"]!;
        return PropertyMap.Of(
            ("applyServerSideEncryptionByDefault", PropertyMap.Of(
                ("kmsMasterKeyId", (string?)byDefault["KMSMasterKeyID"] is { Length: > 0 } key ? key : null),
                ("sseAlgorithm", (string?)byDefault["SSEAlgorithm"])).Values),
            ("bucketKeyEnabled", (bool?)rule["BucketKeyEnabled"] ?? false));
    }
}
