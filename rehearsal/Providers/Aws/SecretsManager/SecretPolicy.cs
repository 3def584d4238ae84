using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.SecretsManager;

/// <summary>The resource policy of a secret. Its id is the secret's ARN; of one that waits for its deletion, it is gone.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/secretsmanager/secret_policy.go</c>.</remarks>
internal sealed class SecretPolicy : IResourceType
{
    public string Token => "aws:secretsmanager/secretPolicy:SecretPolicy";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "blockPublicPolicy", "policy", "secretArn" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "secretArn" };

    public IReadOnlySet<string> JsonInputs { get; } = new HashSet<string> { "policy" };

    public bool IsRegional => true;

    public void Check(PropertyMap inputs) => InputRules.Document("policy", inputs.Text("policy"));

    public string Creating(PropertyMap inputs) => $"putting Secrets Manager Secret ({inputs.Text("secretArn")}) policy";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var id = inputs.Text("secretArn")!;
        await aws.SecretsManagerAsync("PutResourcePolicy", new
        {
            SecretId = id,
            ResourcePolicy = inputs.Text("policy"),
            BlockPublicPolicy = inputs.Flag("blockPublicPolicy"),
        }).ConfigureAwait(false);
        return new CreatedResource(id);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        if (await Secret.FindAsync(aws, id).ConfigureAwait(false) is null)
        {
            return null;
        }

        var policy = await aws.SecretsManagerAsync("GetResourcePolicy", new { SecretId = id }).ConfigureAwait(false);
        // A secret without one is there all the same.
        return PropertyMap.Of(("policy", (string?)policy["ResourcePolicy"] ?? ""), ("region", aws.Target.Region), ("secretArn", id));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        (await CreateAsync(aws, after).ConfigureAwait(false)).Id;

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) =>
        aws.SecretsManagerAsync("DeleteResourcePolicy", new { SecretId = id });

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;
}
