using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Kms;

/// <summary>A symmetric KMS key. Its id is the key's own; deleted, it waits, and counts as gone.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/kms/key.go</c>.</remarks>
internal sealed class Key : IResourceType
{
    // After how many days KMS rotates a key unless it is told otherwise, which the emulator leaves out of its answer.
    private const double DaysOfRotation = 365;

    public string Token => "aws:kms/key:Key";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string>
    {
        "bypassPolicyLockoutSafetyCheck", "customerMasterKeySpec", "deletionWindowInDays", "description", "enableKeyRotation", "isEnabled",
        "keyUsage", "tags",
    };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "customerMasterKeySpec", "keyUsage" };

    public IReadOnlySet<string> Removable { get; } = new HashSet<string> { "tags" };

    public IReadOnlySet<string> Computed { get; } = new HashSet<string> { "description" };

    public IReadOnlySet<string> Unrehearsed { get; } = new HashSet<string> { "customKeyStoreId", "xksKeyId" };

    public PropertyMap Defaults { get; } = PropertyMap.Of(
        ("bypassPolicyLockoutSafetyCheck", false),
        ("customerMasterKeySpec", "SYMMETRIC_DEFAULT"),
        ("enableKeyRotation", false),
        ("isEnabled", true),
        ("keyUsage", "ENCRYPT_DECRYPT"));

    public bool IsRegional => true;

    public bool BearsPolicy => true;

    public void Check(PropertyMap inputs)
    {
        InputRules.Range("deletion_window_in_days", inputs.Number("deletionWindowInDays"), 7, 30);
        InputRules.Length("description", inputs.Text("description"), 8192);
    }

    public string Creating(PropertyMap inputs) => "creating KMS Key";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var request = new
        {
            Description = inputs.Text("description"),
            KeySpec = inputs.Text("customerMasterKeySpec"),
            KeyUsage = inputs.Text("keyUsage"),
            Tags = Tags(inputs.TextMap("tags")),
        };
        var id = await NewKey.MakeAsync(aws, request).ConfigureAwait(false);
        if (inputs.Flag("enableKeyRotation"))
        {
            await aws.KmsAsync("EnableKeyRotation", new { KeyId = id }).ConfigureAwait(false);
        }

        if (!inputs.Flag("isEnabled"))
        {
            await aws.KmsAsync("DisableKey", new { KeyId = id }).ConfigureAwait(false);
        }

        return new CreatedResource(id);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var key = await DescribeAsync(aws, id).ConfigureAwait(false);
        if (IsGone(key))
        {
            return null;
        }

        var policy = await aws.KmsAsync("GetKeyPolicy", new { KeyId = id, PolicyName = KeyPolicy.Name }).ConfigureAwait(false);
        var rotation = await aws.KmsAsync("GetKeyRotationStatus", new { KeyId = id }).ConfigureAwait(false);
        var listed = await aws.KmsAsync("ListResourceTags", new { KeyId = id }).ConfigureAwait(false);
        var tags = (listed["Tags"] as JsonArray ?? [])
            .ToImmutableDictionary(tag => (string)tag!["TagKey"]!, tag => (object?)(string)tag!["TagValue"]!);
        return PropertyMap.Of(
            ("arn", (string?)key["Arn"]),
            ("customerMasterKeySpec", (string?)key["KeySpec"]),
            ("description", (string?)key["Description"]),
            ("enableKeyRotation", (bool)rotation["KeyRotationEnabled"]!),
            ("isEnabled", (bool)key["Enabled"]!),
            ("keyId", id),
            ("keyUsage", (string?)key["KeyUsage"]),
            ("multiRegion", (bool?)key["MultiRegion"] ?? false),
            ("policy", (string?)policy["Policy"]),
            ("region", aws.Target.Region),
            ("rotationPeriodInDays", (bool)rotation["KeyRotationEnabled"]! ? DaysOfRotation : null),
            ("tags", tags),
            ("tagsAll", tags));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        bool Turns(string input, bool on) => before.Flag(input) != after.Flag(input) && after.Flag(input) == on;
        Task CallAsync(string command) => aws.KmsAsync(command, new { KeyId = id });

        // A key that is disabled cannot be changed.
        if (Turns("isEnabled", on: true))
        {
            await CallAsync("EnableKey").ConfigureAwait(false);
        }

        if (before.Flag("enableKeyRotation") != after.Flag("enableKeyRotation"))
        {
            await CallAsync(Turns("enableKeyRotation", on: true) ? "EnableKeyRotation" : "DisableKeyRotation").ConfigureAwait(false);
        }

        if (before.Text("description") != after.Text("description"))
        {
            var request = new { KeyId = id, Description = after.Text("description") ?? "" };
            await aws.KmsAsync("UpdateKeyDescription", request).ConfigureAwait(false);
        }

        if (Turns("isEnabled", on: false))
        {
            await CallAsync("DisableKey").ConfigureAwait(false);
        }

        await AwsTags.UpdateAsync(
            before.TextMap("tags"),
            after.TextMap("tags"),
            _ => aws.KmsAsync("TagResource", new { KeyId = id, Tags = Tags(after.TextMap("tags")) }),
            keys => aws.KmsAsync("UntagResource", new { KeyId = id, TagKeys = keys })).ConfigureAwait(false);
        return id;
    }

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => LostAnswer.SettleAsync(
        () => aws.KmsAsync("ScheduleKeyDeletion", new { KeyId = id, PendingWindowInDays = inputs.Number("deletionWindowInDays") }),
        () => IsGoneAsync(aws, id));

    public async Task<ImmutableArray<string>> ListAsync(AccountSnapshot account)
    {
        var listed = await account.Aws.KmsAsync("ListKeys", new { }).ConfigureAwait(false);
        var keys = await Task.WhenAll(listed["Keys"]!.AsArray().Select(key => DescribeAsync(account.Aws, (string)key!["KeyId"]!)))
            .ConfigureAwait(false);
        return AccountSnapshot.Arns(new JsonArray([.. keys
            .Where(key => !IsGone(key) && (string?)key["KeyManager"] == "CUSTOMER")
            .Select(key => key.DeepClone())]));
    }

    public async Task<JsonNode?> PolicyAsync(AwsClient aws, string arn)
    {
        var answer = await aws.KmsAsync("GetKeyPolicy", new { KeyId = arn, PolicyName = KeyPolicy.Name }).ConfigureAwait(false);
        return JsonNode.Parse((string)answer["Policy"]!);
    }

    /// <summary>Whether a key is deleted, which takes days.</summary>
    internal static async Task<bool> IsGoneAsync(AwsClient aws, string id) => IsGone(await DescribeAsync(aws, id).ConfigureAwait(false));

    private static bool IsGone(JsonNode key) => (string?)key["KeyState"] == "PendingDeletion";

    private static async Task<JsonNode> DescribeAsync(AwsClient aws, string id) =>
        (await aws.KmsAsync("DescribeKey", new { KeyId = id }).ConfigureAwait(false))["KeyMetadata"]!;

    // KMS has words of its own for the keys and values of tags.
    private static object[] Tags(ImmutableSortedDictionary<string, string> tags) =>
        [.. tags.Select(tag => new { TagKey = tag.Key, TagValue = tag.Value })];
}
