using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>A customer managed policy. Its id is its ARN; a change makes a new default version.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/iam/policy.go</c>.</remarks>
internal sealed class Policy : IResourceType
{
    private const int VersionsPerPolicy = 5;

    public string Token => "aws:iam/policy:Policy";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "description", "name", "namePrefix", "path", "policy", "tags" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "description", "name", "namePrefix", "path" };

    public IReadOnlySet<string> Removable { get; } = new HashSet<string> { "tags" };

    public IReadOnlySet<string> JsonInputs { get; } = new HashSet<string> { "policy" };

    public IReadOnlySet<string> EmptyTexts { get; } = new HashSet<string> { "description", "namePrefix" };

    public PropertyMap Defaults { get; } = PropertyMap.Of(("path", "/"));

    public int? GeneratedNameLength => 255;

    public void Check(PropertyMap inputs)
    {
        IamName.Check("policyName", inputs.Text("name"), 128);
        InputRules.Document("policy", inputs.Text("policy"));
        if (inputs.Text("policy") is { } document)
        {
            PolicyDocument.CheckManagedPolicy(document);
        }
    }

    public string Creating(PropertyMap inputs) => $"creating IAM Policy ({inputs.Text("name")})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var arn = $"arn:{aws.Target.Partition}:iam::{aws.Target.Account}:policy{inputs.Text("path")}{inputs.Text("name")}";
        var request = new
        {
            PolicyName = inputs.Text("name"),
            Path = inputs.Text("path"),
            PolicyDocument = inputs.Text("policy"),
            Description = inputs.Text("description"),
            Tags = AwsTags.ToAws(inputs.TextMap("tags")),
        };
        await LostAnswer.SettleAsync(
            () => aws.IamAsync("CreatePolicy", request),
            () => AsAsked.IsThereAsync(this, aws, arn, inputs, "description", "policy", "tags")).ConfigureAwait(false);
        return new CreatedResource(arn);
    }

    /// <summary>The document of a policy's default version.</summary>
    /// <param name="aws">A client of an account that may read it.</param>
    /// <param name="policy">What GetPolicy answers.</param>
    public static async Task<string> DocumentAsync(AwsClient aws, JsonNode policy)
    {
        var request = new { PolicyArn = (string?)policy["Arn"], VersionId = (string?)policy["DefaultVersionId"] };
        var version = await aws.IamAsync("GetPolicyVersion", request).ConfigureAwait(false);
        return PolicyDocument.Decode((string)version["PolicyVersion"]!["Document"]!);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var policy = (await aws.IamAsync("GetPolicy", new { PolicyArn = id }).ConfigureAwait(false))["Policy"]!;
        var document = await DocumentAsync(aws, policy).ConfigureAwait(false);
        var tags = AwsTags.FromAws(policy["Tags"]);
        return PropertyMap.Of(
            ("arn", id),
            ("attachmentCount", (double?)policy["AttachmentCount"]),
            ("description", (string?)policy["Description"]),
            ("name", (string?)policy["PolicyName"]),
            ("path", (string?)policy["Path"]),
            ("policy", document),
            ("policyId", (string?)policy["PolicyId"]),
            ("tags", tags),
            ("tagsAll", tags));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        if (this.Differences(before, after).Contains("policy"))
        {
            var old = await OldVersionsAsync(aws, id).ConfigureAwait(false);
            if (old.Count == VersionsPerPolicy - 1)
            {
                await DeleteVersionAsync(aws, id, old[^1]).ConfigureAwait(false);
            }

            var request = new { PolicyArn = id, PolicyDocument = after.Text("policy"), SetAsDefault = true };
            await LostAnswer.OnceAsync(
                () => aws.IamAsync("CreatePolicyVersion", request, once: true),
                async () => await AsAsked.IsThereAsync(this, aws, id, after, "policy").ConfigureAwait(false) ? [] : null)
                .ConfigureAwait(false);
        }

        await AwsTags.UpdateAsync(
            before.TextMap("tags"),
            after.TextMap("tags"),
            tags => aws.IamAsync("TagPolicy", new { PolicyArn = id, Tags = tags }),
            keys => aws.IamAsync("UntagPolicy", new { PolicyArn = id, TagKeys = keys })).ConfigureAwait(false);
        return id;
    }

    public async Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        foreach (var version in await OldVersionsAsync(aws, id).ConfigureAwait(false))
        {
            await DeleteVersionAsync(aws, id, version).ConfigureAwait(false);
        }

        await aws.IamAsync("DeletePolicy", new { PolicyArn = id }).ConfigureAwait(false);
    }

    public async Task<ImmutableArray<string>> ListAsync(AccountSnapshot account)
    {
        var policies = await account.ArnsInDetailsAsync("Policies").ConfigureAwait(false);
        return policies.RemoveAll(PolicyDocument.IsOfAws);
    }

    /// <summary>The versions that are not the default, the newest first.</summary>
    private static async Task<List<string>> OldVersionsAsync(AwsClient aws, string id)
    {
        var answer = await aws.IamAsync("ListPolicyVersions", new { PolicyArn = id }).ConfigureAwait(false);
        return [.. answer["Versions"]!.AsArray()
            .Where(version => !(bool)version!["IsDefaultVersion"]!)
            .OrderByDescending(version => (string?)version!["CreateDate"], StringComparer.Ordinal)
            .Select(version => (string)version!["VersionId"]!)];
    }

    private static Task<JsonObject> DeleteVersionAsync(AwsClient aws, string id, string version) =>
        aws.IamAsync("DeletePolicyVersion", new { PolicyArn = id, VersionId = version });
}
