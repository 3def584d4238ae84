using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Kms;

/// <summary>An alias of a KMS key. Its id is its name, <c>alias/…</c>.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/kms/alias.go</c>.</remarks>
internal sealed class Alias : IResourceType
{
    public string Token => "aws:kms/alias:Alias";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "name", "targetKeyId" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "name" };

    public IReadOnlySet<string> EmptyTexts { get; } = new HashSet<string> { "namePrefix" };

    public bool IsRegional => true;

    public string Creating(PropertyMap inputs) => $"creating KMS Alias ({inputs.Text("name")})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var name = inputs.Text("name")!;
        await LostAnswer.SettleAsync(
            () => aws.KmsAsync("CreateAlias", new { AliasName = name, TargetKeyId = inputs.Text("targetKeyId") }),
            () => AsAsked.IsThereAsync(this, aws, name, inputs, "targetKeyId")).ConfigureAwait(false);
        return new CreatedResource(name);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var found = (await ListedAsync(aws).ConfigureAwait(false)).FirstOrDefault(alias => (string?)alias["AliasName"] == id);
        if (found is null)
        {
            return null;
        }

        var key = (string?)found["TargetKeyId"];
        // To the provider, a key's ARN and its id are one thing.
        var given = inputs.Text("targetKeyId");
        var isItsArn = given?.EndsWith($"/{key}", StringComparison.Ordinal) == true;
        return PropertyMap.Of(
            ("arn", (string?)found["AliasArn"]),
            ("name", id),
            ("region", aws.Target.Region),
            ("targetKeyArn", $"arn:{aws.Target.Partition}:kms:{aws.Target.Region}:{aws.Target.Account}:key/{key}"),
            ("targetKeyId", isItsArn ? given : key));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        await aws.KmsAsync("UpdateAlias", new { AliasName = id, TargetKeyId = after.Text("targetKeyId") }).ConfigureAwait(false);
        return id;
    }

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => aws.KmsAsync("DeleteAlias", new { AliasName = id });

    public async Task<ImmutableArray<string>> ListAsync(AccountSnapshot account)
    {
        var aliases = await ListedAsync(account.Aws).ConfigureAwait(false);
        return AccountSnapshot.Arns(new JsonArray([.. aliases.Select(alias => alias.DeepClone())]), "AliasArn");
    }

    // Those whose names begin with aws/ are AWS's own.
    private static async Task<IEnumerable<JsonNode>> ListedAsync(AwsClient aws)
    {
        var listed = await aws.KmsAsync("ListAliases", new { }).ConfigureAwait(false);
        return listed["Aliases"]!.AsArray().Select(alias => alias!)
            .Where(alias => !((string)alias["AliasName"]!).StartsWith("alias/aws/", StringComparison.Ordinal));
    }
}
