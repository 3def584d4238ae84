using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.SecretsManager;

/// <summary>A secret of Secrets Manager, without its value. Its id is its ARN; one that waits for its deletion counts as gone.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/secretsmanager/secret.go</c>.</remarks>
internal sealed class Secret : IResourceType
{
    public string Token => "aws:secretsmanager/secret:Secret";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string>
    {
        "description", "forceOverwriteReplicaSecret", "kmsKeyId", "name", "namePrefix", "recoveryWindowInDays", "tags",
    };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "name", "namePrefix" };

    public IReadOnlySet<string> Removable { get; } = new HashSet<string> { "description", "kmsKeyId", "tags" };

    public IReadOnlySet<string> EmptyTexts { get; } = new HashSet<string> { "description", "kmsKeyId", "namePrefix" };

    public PropertyMap Defaults { get; } = PropertyMap.Of(("forceOverwriteReplicaSecret", false), ("recoveryWindowInDays", 30.0));

    public int? GeneratedNameLength => 255;

    public bool IsRegional => true;

    public bool BearsPolicy => true;

    public void Check(PropertyMap inputs)
    {
        if (inputs.Number("recoveryWindowInDays") is not 0)
        {
            InputRules.Range("recovery_window_in_days", inputs.Number("recoveryWindowInDays"), 7, 30);
        }
    }

    public string Creating(PropertyMap inputs) => $"creating Secrets Manager Secret ({inputs.Text("name")})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var name = inputs.Text("name")!;
        var request = new
        {
            Name = name,
            Description = inputs.Text("description"),
            KmsKeyId = inputs.Text("kmsKeyId"),
            Tags = AwsTags.ToAws(inputs.TextMap("tags")),
        };
        JsonObject? created = null;
        try
        {
            await LostAnswer.SettleAsync(
                async () => created = await aws.SecretsManagerAsync("CreateSecret", request).ConfigureAwait(false),
                () => AsAsked.IsThereAsync(this, aws, name, inputs, "description", "kmsKeyId", "tags")).ConfigureAwait(false);
        }
        catch (AwsException taken) when (taken.Code == "ResourceExistsException")
        {
            // To the emulator, one that waits for its deletion is one that is there.
            throw await FindAsync(aws, name).ConfigureAwait(false) is null
                ? new AwsException(
                    "InvalidRequestException",
                    "You can't create this secret because a secret with this name is already scheduled for deletion.")
                : taken;
        }

        // The ARN ends with six characters of AWS's choice.
        created ??= await aws.SecretsManagerAsync("DescribeSecret", new { SecretId = name }).ConfigureAwait(false);
        return new CreatedResource((string)created["ARN"]!);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        if (await FindAsync(aws, id).ConfigureAwait(false) is not { } secret)
        {
            return null;
        }

        var tags = AwsTags.FromAws(secret["Tags"]);
        return PropertyMap.Of(
            ("arn", id),
            ("description", (string?)secret["Description"] is { Length: > 0 } description ? description : null),
            ("kmsKeyId", (string?)secret["KmsKeyId"]),
            ("name", (string?)secret["Name"]),
            ("region", aws.Target.Region),
            ("tags", tags),
            ("tagsAll", tags));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        if (before.Text("description") != after.Text("description") || before.Text("kmsKeyId") != after.Text("kmsKeyId"))
        {
            await aws.SecretsManagerAsync("UpdateSecret", new
            {
                SecretId = id,
                Description = after.Text("description") ?? "",
                KmsKeyId = after.Text("kmsKeyId"),
            }).ConfigureAwait(false);
        }

        await AwsTags.UpdateAsync(
            before.TextMap("tags"),
            after.TextMap("tags"),
            tags => aws.SecretsManagerAsync("TagResource", new { SecretId = id, Tags = tags }),
            keys => aws.SecretsManagerAsync("UntagResource", new { SecretId = id, TagKeys = keys })).ConfigureAwait(false);
        return id;
    }

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => inputs.Number("recoveryWindowInDays") is > 0 and var days
        ? LostAnswer.SettleAsync(
            () => aws.SecretsManagerAsync("DeleteSecret", new { SecretId = id, RecoveryWindowInDays = days }),
            async () => await FindAsync(aws, id).ConfigureAwait(false) is null)
        : aws.SecretsManagerAsync("DeleteSecret", new { SecretId = id, ForceDeleteWithoutRecovery = true });

    public async Task<ImmutableArray<string>> ListAsync(AccountSnapshot account)
    {
        var answer = await account.Aws.SecretsManagerAsync("ListSecrets", new { }).ConfigureAwait(false);
        return AccountSnapshot.Arns(answer["SecretList"], "ARN");
    }

    public async Task<JsonNode?> PolicyAsync(AwsClient aws, string arn)
    {
        var answer = await aws.SecretsManagerAsync("GetResourcePolicy", new { SecretId = arn }).ConfigureAwait(false);
        return (string?)answer["ResourcePolicy"] is { } policy ? JsonNode.Parse(policy) : null;
    }

    /// <summary>A secret; null where it waits for its deletion.</summary>
    /// <exception cref="AwsException">There is none.</exception>
    internal static async Task<JsonObject?> FindAsync(AwsClient aws, string id)
    {
        var secret = await aws.SecretsManagerAsync("DescribeSecret", new { SecretId = id }).ConfigureAwait(false);
        return secret["DeletedDate"] is null ? secret : null;
    }
}
