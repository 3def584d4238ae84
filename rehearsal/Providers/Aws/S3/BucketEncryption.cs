using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.S3;

/// <summary>
/// How a bucket encrypts what is written without a word of it. Its id is the bucket's name; deleted, S3 encrypts with keys of its own.
/// </summary>
/// <remarks>
/// hashicorp/terraform-provider-aws, <c>internal/service/s3/bucket_server_side_encryption_configuration.go</c>.
/// </remarks>
internal sealed class BucketEncryption : IResourceType
{
    // What a bucket does that was told nothing.
    private static readonly PropertyMap OfS3 = PropertyMap.Of(
        ("applyServerSideEncryptionByDefault", PropertyMap.Of(("sseAlgorithm", "AES256")).Values), ("bucketKeyEnabled", false));

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
            ApplyServerSideEncryptionByDefault = rule!["applyServerSideEncryptionByDefault"] is { } byDefault
                ? new { SSEAlgorithm = (string?)byDefault["sseAlgorithm"], KMSMasterKeyID = (string?)byDefault["kmsMasterKeyId"] }
                : null,
            BucketKeyEnabled = (bool?)rule["bucketKeyEnabled"] ?? false,
        });
        await aws.S3Async(
            "PutBucketEncryption",
            new { Bucket = bucket, ServerSideEncryptionConfiguration = new { Rules = rules } }).ConfigureAwait(false);
        return new CreatedResource(bucket);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var found = await S3Calls.FindAsync(aws, "GetBucketEncryption", id, "ServerSideEncryptionConfigurationNotFoundError")
            .ConfigureAwait(false);
        var rules = found?["ServerSideEncryptionConfiguration"]!["Rules"]!.AsArray();
        return PropertyMap.Of(
            ("bucket", id),
            ("region", aws.Target.Region),
            // S3 encrypts in each bucket; the emulator, in those alone that were told to.
            ("rules", rules?.Select(rule => (object?)Rule(rule!).Values).ToImmutableArray() ?? [OfS3.Values]));
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
