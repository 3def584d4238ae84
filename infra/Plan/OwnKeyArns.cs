using System.Collections.Immutable;
using System.Globalization;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Plan;

/// <summary>The ARNs of the KMS keys that the stack makes, which stand in its settings by their keys.</summary>
/// <param name="ByKey">The ARNs, by their keys in the settings.</param>
internal sealed record OwnKeyArns(ImmutableSortedDictionary<string, string> ByKey)
{
    private const int LengthOfId = 36;

    /// <summary>Of a stack that makes none.</summary>
    public static OwnKeyArns None { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>ARNs as long as those of the keys, and as different from each other, before they are made.</summary>
    public static OwnKeyArns Unmade(StackSettings settings, AwsAccount account) => new(settings.Keys.Keys.Index()
        .ToImmutableSortedDictionary(key => key.Item, key => account.Regional("kms", $"key/{Id(key.Index)}"), StringComparer.Ordinal));

    /// <summary>The settings of a role, with the ARNs of its keys.</summary>
    public ExecutionRoleSettings In(ExecutionRoleSettings role) =>
        role with { KmsKeys = Arns(role.KmsKeys), SecretKmsKeys = Arns(role.SecretKmsKeys) };

    /// <summary>The settings of a deployer, with the ARNs of its keys.</summary>
    public DeployerSettings In(DeployerSettings deployer) => deployer with { KmsKeys = Arns(deployer.KmsKeys) };

    /// <summary>The settings of a grant, with the ARNs of its keys.</summary>
    public PassRoleGrantSettings In(PassRoleGrantSettings grant) => grant with { KmsKeys = Arns(grant.KmsKeys) };

    /// <summary>The settings of a guarded bucket, with the ARN of its key.</summary>
    public GuardedBucketSettings In(GuardedBucketSettings bucket) => bucket with { KmsKey = Arn(bucket.KmsKey) };

    /// <summary>The settings of a secret, with the ARN of its key.</summary>
    public ManagedSecretSettings In(ManagedSecretSettings secret) => secret with { KmsKey = Arn(secret.KmsKey) };

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture).PadLeft(LengthOfId, 'x');

    private string? Arn(string? key) => key is null ? null : ByKey.GetValueOrDefault(key, key);

    private ImmutableArray<string> Arns(ImmutableArray<string> keys) => [.. keys.Select(key => Arn(key)!)];
}
