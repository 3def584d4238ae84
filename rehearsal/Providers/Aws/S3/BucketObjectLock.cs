using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.S3;

/// <summary>
/// For how long each object of a bucket cannot be deleted. Its id is the bucket's name; the lock of the bucket itself stays.
/// </summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/s3/bucket_object_lock_configuration.go</c>.</remarks>
internal sealed class BucketObjectLock : IResourceType
{
    private const string Enabled = "Enabled";

    public string Token => "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "bucket", "objectLockEnabled", "rule" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "bucket", "objectLockEnabled" };

    public IReadOnlySet<string> Removable { get; } = new HashSet<string> { "rule" };

    public PropertyMap Defaults { get; } = PropertyMap.Of(("objectLockEnabled", Enabled));

    public bool IsRegional => true;

    public string Creating(PropertyMap inputs) => $"creating S3 Bucket ({inputs.Text("bucket")}) Object Lock Configuration";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var retention = inputs.Json("rule")?["defaultRetention"];
        var rule = retention is null
            ? null
            : new
            {
                DefaultRetention = new
                {
                    Mode = (string?)retention["mode"],
                    Days = (long?)retention["days"],
                    Years = (long?)retention["years"],
                },
            };
        await PutAsync(aws, inputs.Text("bucket")!, rule).ConfigureAwait(false);
        return new CreatedResource(inputs.Text("bucket")!);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var found = await aws.S3Async("GetObjectLockConfiguration", new { Bucket = id }).ConfigureAwait(false);
        var retention = found["ObjectLockConfiguration"]!["Rule"]?["DefaultRetention"];
        return PropertyMap.Of(
            ("bucket", id),
            ("objectLockEnabled", (string?)found["ObjectLockConfiguration"]!["ObjectLockEnabled"]),
            ("region", aws.Target.Region),
            ("rule", retention is null
                ? null
                : PropertyMap.Of(("defaultRetention", PropertyMap.Of(
                    ("days", Asked(retention["Days"])),
                    ("mode", (string?)retention["Mode"]),
                    ("years", Asked(retention["Years"]))).Values)).Values));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        (await CreateAsync(aws, after).ConfigureAwait(false)).Id;

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => PutAsync(aws, id, null);

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;

    // Of days and years, it is one; the emulator tells the other as none.
    private static double? Asked(JsonNode? number) => (double?)number is > 0 and var some ? some : null;

    private static Task<JsonObject> PutAsync(AwsClient aws, string bucket, object? rule) => aws.S3Async("PutObjectLockConfiguration", new
    {
        Bucket = bucket,
        ObjectLockConfiguration = new { ObjectLockEnabled = Enabled, Rule = rule },
    });
}
