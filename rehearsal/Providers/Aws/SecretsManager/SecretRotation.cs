using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.SecretsManager;

/// <summary>
/// The rotation of a secret by a function. Its id is the secret's ARN. The emulated AWS has no such function, and rotates nothing without:
/// what is asked for is kept beside it.
/// </summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/secretsmanager/secret_rotation.go</c>.</remarks>
internal sealed class SecretRotation : IResourceType
{
    public string Token => "aws:secretsmanager/secretRotation:SecretRotation";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string>
    {
        "rotateImmediately", "rotationLambdaArn", "rotationRules", "secretId",
    };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "secretId" };

    public PropertyMap Defaults { get; } = PropertyMap.Of(("rotateImmediately", true));

    public bool IsRegional => true;

    public void Check(PropertyMap inputs)
    {
        InputRules.Arn("rotation_lambda_arn", inputs.Text("rotationLambdaArn"));
        InputRules.Range("rotation_rules.0.automatically_after_days", Days(inputs), 1, 1000);
    }

    public string Creating(PropertyMap inputs) => $"creating Secrets Manager Secret Rotation ({inputs.Text("secretId")})";

    public string Deleting(string id, AwsException refused) => $"deleting Secret Manager Secret Rotation ({id})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var secret = await aws.SecretsManagerAsync("DescribeSecret", new { SecretId = inputs.Text("secretId") }).ConfigureAwait(false);
        var id = (string)secret["ARN"]!;
        aws.Kept<Rotations>()[id] = inputs.Only(["rotationLambdaArn", "rotationRules"]);
        return new CreatedResource(id);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        if (await Secret.FindAsync(aws, id).ConfigureAwait(false) is null)
        {
            return null;
        }

        var rotation = aws.Kept<Rotations>().GetValueOrDefault(id);
        return PropertyMap.Of(
                ("region", aws.Target.Region),
                ("rotationEnabled", rotation is not null),
                ("rotationLambdaArn", ""),
                ("rotationRules", ImmutableDictionary<string, object?>.Empty),
                ("secretId", id))
            .Merge(rotation ?? PropertyMap.Empty);
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        (await CreateAsync(aws, after).ConfigureAwait(false)).Id;

    public async Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        if (await Secret.FindAsync(aws, id).ConfigureAwait(false) is null)
        {
            throw new AwsException(
                "InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion.");
        }

        aws.Kept<Rotations>().TryRemove(id, out _);
    }

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;

    private static int? Days(PropertyMap inputs) =>
        inputs["rotationRules"] is ImmutableDictionary<string, object?> rules
        && rules.GetValueOrDefault("automaticallyAfterDays") is double days
            ? (int)days
            : null;

    /// <summary>The function that rotates a secret, and when, by the secret's ARN.</summary>
    private sealed class Rotations : ConcurrentDictionary<string, PropertyMap>;
}
