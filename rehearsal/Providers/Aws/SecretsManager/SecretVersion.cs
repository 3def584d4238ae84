using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.SecretsManager;

/// <summary>
/// A value of a secret. Its id is <c>SECRET|VERSION</c>, the secret as the program names it; another value is another version. That of a
/// secret that waits for its deletion counts as gone.
/// </summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/secretsmanager/secret_version.go</c>.</remarks>
internal sealed class SecretVersion : IResourceType
{
    public string Token => "aws:secretsmanager/secretVersion:SecretVersion";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "secretId", "secretString" };

    public IReadOnlySet<string> ReplaceOn => Inputs;

    public bool IsRegional => true;

    public string Creating(PropertyMap inputs) => $"putting Secrets Manager Secret ({inputs.Text("secretId")}) value";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var secretId = inputs.Text("secretId");
        var version = await aws.SecretsManagerAsync("PutSecretValue", new
        {
            SecretId = secretId,
            SecretString = inputs.Text("secretString"),
        }).ConfigureAwait(false);
        return new CreatedResource($"{secretId}|{(string?)version["VersionId"]}");
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        if (id.Split('|') is not [var secretId, var versionId])
        {
            throw AwsException.Validation($"The id of a secret's version is 'secret|version id', not '{id}'");
        }

        if (await Secret.FindAsync(aws, secretId).ConfigureAwait(false) is null)
        {
            return null;
        }

        var version = await aws.SecretsManagerAsync("GetSecretValue", new { SecretId = secretId, VersionId = versionId })
            .ConfigureAwait(false);
        return PropertyMap.Of(
            ("arn", (string?)version["ARN"]),
            ("region", aws.Target.Region),
            ("secretId", secretId),
            ("secretString", (string?)version["SecretString"]),
            ("versionId", versionId),
            ("versionStages", PropertyValue.FromJson(version["VersionStages"])));
    }

    // A version has no delete of its own: it goes with its secret.
    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => Task.CompletedTask;

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;
}
