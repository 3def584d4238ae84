using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Kms;

/// <summary>
/// The policy of a KMS key. Its id is the key's; deleted, the key has the policy again that KMS gives where none is asked for, unless it
/// was put there past the check of who is locked out by it: then it stays.
/// </summary>
/// <remarks>
/// hashicorp/terraform-provider-aws, <c>internal/service/kms/key_policy.go</c>: another key is no reason to replace it, and it would
/// then be put on the key that it was on.
/// </remarks>
internal sealed class KeyPolicy : IResourceType
{
    /// <summary>The name of the one policy that a key has.</summary>
    public const string Name = "default";

    private const string Bypass = "bypassPolicyLockoutSafetyCheck";

    public string Token => "aws:kms/keyPolicy:KeyPolicy";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { Bypass, "keyId", "policy" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string>();

    public IReadOnlySet<string> JsonInputs { get; } = new HashSet<string> { "policy" };

    public PropertyMap Defaults { get; } = PropertyMap.Of((Bypass, false));

    public bool IsRegional => true;

    public void Check(PropertyMap inputs) => InputRules.Document("policy", inputs.Text("policy"));

    public string Creating(PropertyMap inputs) => Updating(inputs.Text("keyId"));

    public string Deleting(string id, AwsException refused) => Updating(id);

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var id = inputs.Text("keyId")!;
        await PutAsync(aws, id, inputs.Text("policy")!).ConfigureAwait(false);
        return new CreatedResource(id);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        if (await Key.IsGoneAsync(aws, id).ConfigureAwait(false))
        {
            return null;
        }

        var policy = await aws.KmsAsync("GetKeyPolicy", new { KeyId = id, PolicyName = Name }).ConfigureAwait(false);
        return PropertyMap.Of(("keyId", id), ("policy", (string?)policy["Policy"]), ("region", aws.Target.Region));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        await PutAsync(aws, id, after.Text("policy")!).ConfigureAwait(false);
        return id;
    }

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => inputs.Flag(Bypass) ? Task.CompletedTask : PutAsync(
        aws,
        id,
        $$"""
        {"Id":"default","Version":"2012-10-17","Statement":[{"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":
        {"AWS":"arn:{{aws.Target.Partition}}:iam::{{aws.Target.Account}}:root"},"Action":"kms:*","Resource":"*"}]}
        """);

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;

    private static string Updating(string? id) => $"updating KMS Key Policy ({id}) policy";

    private static Task<JsonObject> PutAsync(AwsClient aws, string id, string policy) =>
        aws.KmsAsync("PutKeyPolicy", new { KeyId = id, PolicyName = Name, Policy = policy });
}
