using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.S3;

/// <summary>
/// Whether a bucket keeps all versions of its objects. Its id is the bucket's name; once on, it is suspended and never off.
/// </summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/s3/bucket_versioning.go</c>.</remarks>
internal sealed class BucketVersioning : IResourceType
{
    private const string Configuration = "versioningConfiguration";
    private const string Disabled = "Disabled";

    public string Token => "aws:s3/bucketVersioning:BucketVersioning";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "bucket", Configuration };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "bucket" };

    public bool IsRegional => true;

    public void CheckChange(PropertyMap before, PropertyMap after)
    {
        if (StatusOf(after) == Disabled && StatusOf(before) is not (null or Disabled) and var status)
        {
            throw new ProviderException($"versioning_configuration.status cannot be updated from '{status}' to '{Disabled}'");
        }
    }

    public string Creating(PropertyMap inputs) => $"creating S3 Bucket ({inputs.Text("bucket")}) Versioning";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var bucket = inputs.Text("bucket")!;
        if (StatusOf(inputs) is not Disabled and var status)
        {
            await PutAsync(aws, bucket, status).ConfigureAwait(false);
        }

        return new CreatedResource(bucket);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var found = await aws.S3Async("GetBucketVersioning", new { Bucket = id }).ConfigureAwait(false);
        var status = (string?)found["Status"] ?? Disabled;
        return PropertyMap.Of(
            ("bucket", id), ("region", aws.Target.Region), (Configuration, PropertyMap.Of(("status", status)).Values));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        (await CreateAsync(aws, after).ConfigureAwait(false)).Id;

    public async Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        if (StatusOf(inputs) == Disabled)
        {
            return;
        }

        try
        {
            await PutAsync(aws, id, "Suspended").ConfigureAwait(false);
        }
        catch (AwsException locked) when (locked.Code == "InvalidBucketState")
        {
            // It stays on in a bucket with an object lock.
        }
    }

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;

    // Null where a preview does not know it yet.
    private static string? StatusOf(PropertyMap inputs) => inputs.TextMap(Configuration).GetValueOrDefault("status");

    private static Task<JsonObject> PutAsync(AwsClient aws, string bucket, string? status) =>
        aws.S3Async("PutBucketVersioning", new { Bucket = bucket, VersioningConfiguration = new { Status = status } });
}
