using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.Providers.Aws.Kms;
using Rehearsal.Providers.Aws.S3;

namespace Rehearsal.Providers.Aws.CloudTrail;

/// <summary>A trail of CloudTrail. Its id is its ARN.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/cloudtrail/trail.go</c>.</remarks>
internal sealed class Trail : IResourceType
{
    private const string Selectors = "advancedEventSelectors";

    private static readonly ImmutableArray<string> Flags = ["enableLogFileValidation", "includeGlobalServiceEvents", "isMultiRegionTrail"];

    // The operators of a selector, as the provider names them, and as the API does.
    private static readonly ImmutableArray<(string Input, string OfAws)> Operators =
    [
        ("endsWiths", "EndsWith"), ("equals", "Equals"), ("notEndsWiths", "NotEndsWith"), ("notEquals", "NotEquals"),
        ("notStartsWiths", "NotStartsWith"), ("startsWiths", "StartsWith"),
    ];

    public string Token => "aws:cloudtrail/trail:Trail";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string>(
        [.. Flags, Selectors, "enableLogging", "kmsKeyId", "name", "s3BucketName", "s3KeyPrefix", "tags"]);

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "name" };

    public IReadOnlySet<string> Removable { get; } = new HashSet<string> { Selectors, "kmsKeyId", "s3KeyPrefix", "tags" };

    public PropertyMap Defaults { get; } = PropertyMap.Of(
        ("enableLogFileValidation", false),
        ("enableLogging", true),
        ("includeGlobalServiceEvents", true),
        ("isMultiRegionTrail", false),
        ("isOrganizationTrail", false));

    public int? GeneratedNameLength => 128;

    public bool IsRegional => true;

    public void Check(PropertyMap inputs)
    {
        InputRules.Arn("kms_key_id", inputs.Text("kmsKeyId"));
        InputRules.Length("s3_key_prefix", inputs.Text("s3KeyPrefix"), 2000);
    }

    public string Creating(PropertyMap inputs) => $"creating CloudTrail Trail ({inputs.Text("name")})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var bucket = inputs.Text("s3BucketName")!;
        var policy = await S3Calls.FindAsync(aws, "GetBucketPolicy", bucket, "NoSuchBucketPolicy").ConfigureAwait(false);
        if ((string?)policy?["Policy"] is not { } text || !text.Contains("cloudtrail.amazonaws.com", StringComparison.Ordinal))
        {
            // The emulator takes it; AWS does not.
            throw new AwsException(
                "InsufficientS3BucketPolicyException", $"Incorrect S3 bucket policy is detected for bucket: {bucket}");
        }

        var name = inputs.Text("name")!;
        if (await Absence.OrNullAsync(() => aws.CloudTrailAsync("GetTrail", new { Name = name })).ConfigureAwait(false) is not null)
        {
            // The emulator changes it; AWS does not.
            throw new AwsException("TrailAlreadyExistsException", $"Trail {name} already exists for customer: {aws.Target.Account}");
        }

        await CheckKeyAsync(aws, inputs).ConfigureAwait(false);
        var request = Request(inputs, Flags);
        request["Name"] = name;
        request["TagsList"] = AwsTags.ToAws(inputs.TextMap("tags"));
        var id = (string)(await aws.CloudTrailAsync("CreateTrail", request).ConfigureAwait(false))["TrailARN"]!;
        await LogAsync(aws, id, inputs).ConfigureAwait(false);
        await SelectAsync(aws, id, inputs).ConfigureAwait(false);
        return new CreatedResource(id);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var trail = (await aws.CloudTrailAsync("GetTrail", new { Name = NameOf(id) }).ConfigureAwait(false))["Trail"]!;
        var status = await aws.CloudTrailAsync("GetTrailStatus", new { Name = NameOf(id) }).ConfigureAwait(false);
        var selected = await aws.CloudTrailAsync("GetEventSelectors", new { TrailName = NameOf(id) }).ConfigureAwait(false);
        var listed = await aws.CloudTrailAsync("ListTags", new { ResourceIdList = new[] { id } }).ConfigureAwait(false);
        var tags = AwsTags.FromAws(listed["ResourceTagList"]!.AsArray().Select(of => of!["TagsList"]).FirstOrDefault());
        return PropertyMap.Of(
            // A trail has the ones or the others; the emulator goes on telling the advanced ones that are replaced.
            (Selectors, selected["EventSelectors"] is not JsonArray { Count: > 0 }
                && selected["AdvancedEventSelectors"] is JsonArray { Count: > 0 } several
                ? several.Select(selector => (object?)Selector(selector!).Values).ToImmutableArray()
                : null),
            ("arn", id),
            ("enableLogFileValidation", (bool?)trail["LogFileValidationEnabled"]),
            ("enableLogging", (bool?)status["IsLogging"]),
            ("homeRegion", (string?)trail["HomeRegion"]),
            ("includeGlobalServiceEvents", (bool?)trail["IncludeGlobalServiceEvents"]),
            ("isMultiRegionTrail", (bool?)trail["IsMultiRegionTrail"]),
            ("kmsKeyId", (string?)trail["KmsKeyId"] is { Length: > 0 } key ? key : null),
            ("name", (string?)trail["Name"]),
            ("region", aws.Target.Region),
            ("s3BucketName", (string?)trail["S3BucketName"]),
            ("s3KeyPrefix", (string?)trail["S3KeyPrefix"] is { Length: > 0 } prefix ? prefix : null),
            ("tags", tags),
            ("tagsAll", tags));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        var changed = this.Differences(before, after);
        ImmutableArray<string> ofTrail = [.. Flags, "kmsKeyId", "s3BucketName", "s3KeyPrefix"];
        if (ofTrail.Any(changed.Contains))
        {
            await CheckKeyAsync(aws, after).ConfigureAwait(false);
            var request = Request(after, Flags.Where(changed.Contains));
            request["Name"] = NameOf(id);
            // What is taken away is said to be empty: what is not said stays.
            request["KmsKeyId"] = after.Text("kmsKeyId") ?? "";
            request["S3KeyPrefix"] = after.Text("s3KeyPrefix") ?? "";
            await aws.CloudTrailAsync("UpdateTrail", request).ConfigureAwait(false);
        }

        if (changed.Contains("enableLogging"))
        {
            await LogAsync(aws, id, after).ConfigureAwait(false);
        }

        if (changed.Contains(Selectors))
        {
            await SelectAsync(aws, id, after).ConfigureAwait(false);
        }

        await AwsTags.UpdateAsync(
            before.TextMap("tags"),
            after.TextMap("tags"),
            tags => aws.CloudTrailAsync("AddTags", new { ResourceId = id, TagsList = tags }),
            keys => aws.CloudTrailAsync("RemoveTags", new { ResourceId = id, TagsList = keys.Select(key => new { Key = key }) }))
            .ConfigureAwait(false);
        return id;
    }

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => aws.CloudTrailAsync("DeleteTrail", new { Name = NameOf(id) });

    public async Task<ImmutableArray<string>> ListAsync(AccountSnapshot account)
    {
        var answer = await account.Aws.CloudTrailAsync("ListTrails", new { }).ConfigureAwait(false);
        return AccountSnapshot.Arns(answer["Trails"], "TrailARN");
    }

    // The emulator finds a trail by its ARN in some calls, and by its name in all.
    private static string NameOf(string id) => id[(id.LastIndexOf('/') + 1)..];

    private static Dictionary<string, object?> Request(PropertyMap inputs, IEnumerable<string> flags)
    {
        var request = flags.ToDictionary(flag => char.ToUpperInvariant(flag[0]) + flag[1..], flag => (object?)inputs.Flag(flag));
        request["S3BucketName"] = inputs.Text("s3BucketName");
        request["S3KeyPrefix"] = inputs.Text("s3KeyPrefix");
        request["KmsKeyId"] = inputs.Text("kmsKeyId");
        return request;
    }

    // The emulator takes any key. Of one that it does not hold, nothing is known.
    private static async Task CheckKeyAsync(AwsClient aws, PropertyMap inputs)
    {
        if (inputs.Text("kmsKeyId") is not { } key)
        {
            return;
        }

        var asked = new { KeyId = key, PolicyName = KeyPolicy.Name };
        var answer = await Absence.OrNullAsync(() => aws.KmsAsync("GetKeyPolicy", asked)).ConfigureAwait(false);
        if (answer is not null && !((string)answer["Policy"]!).Contains("cloudtrail.amazonaws.com", StringComparison.Ordinal))
        {
            throw new AwsException(
                "InsufficientEncryptionPolicyException",
                $"Insufficient permissions to access S3 bucket {inputs.Text("s3BucketName")} or KMS key {key}.");
        }
    }

    private static Task<JsonObject> LogAsync(AwsClient aws, string id, PropertyMap inputs) =>
        aws.CloudTrailAsync(inputs.Flag("enableLogging") ? "StartLogging" : "StopLogging", new { Name = NameOf(id) });

    private static async Task SelectAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        if (inputs.Json(Selectors) is JsonArray selectors)
        {
            await aws.CloudTrailAsync("PutEventSelectors", new
            {
                TrailName = NameOf(id),
                AdvancedEventSelectors = selectors.Select(selector => new
                {
                    Name = (string?)selector!["name"],
                    FieldSelectors = selector["fieldSelectors"]!.AsArray().Select(field => ToAws(field!)),
                }),
            }).ConfigureAwait(false);
        }
    }

    private static Dictionary<string, object?> ToAws(JsonNode field)
    {
        var request = new Dictionary<string, object?> { ["Field"] = (string?)field["field"] };
        foreach (var (input, ofAws) in Operators.Where(known => field[known.Input] is JsonArray { Count: > 0 }))
        {
            request[ofAws] = field[input];
        }

        return request;
    }

    private static PropertyMap Selector(JsonNode selector) => PropertyMap.Of(
        ("fieldSelectors", selector["FieldSelectors"]!.AsArray().Select(field => (object?)PropertyMap.Of(
            [
                ("field", (string?)field!["Field"]),
                .. Operators.Select(known => (known.Input, field[known.OfAws] is JsonArray { Count: > 0 } values
                    ? (object?)values.Select(value => (object?)(string?)value).ToImmutableArray()
                    : null)),
            ]).Values).ToImmutableArray()),
        ("name", (string?)selector["Name"]));
}
