using System.Collections.Immutable;

namespace SageMakerIam.Settings;

/// <summary>What a stack says of a KMS key that it makes: the entries that name the key.</summary>
/// <param name="Work">The execution roles whose work uses it, by their keys.</param>
/// <param name="Readers">The execution roles that read secrets which it encrypts, by their keys.</param>
/// <param name="Deployers">The deployers, by their keys.</param>
/// <param name="PassRoleGrants">The grants, by their keys.</param>
/// <param name="Secrets">The secrets that it encrypts.</param>
/// <param name="Trail">The trail whose logs it encrypts; null for none.</param>
internal sealed record KeyEntries(
    ImmutableArray<string> Work,
    ImmutableArray<string> Readers,
    ImmutableArray<string> Deployers,
    ImmutableArray<string> PassRoleGrants,
    ImmutableArray<ManagedSecretSettings> Secrets,
    TrailSettings? Trail)
{
    /// <summary>The ARNs of those whom the settings name as readers and writers.</summary>
    public ImmutableArray<string> Given =>
        [.. Secrets.SelectMany(secret => secret.Readers.Concat(secret.Writers)), .. Trail?.Readers ?? []];

    /// <param name="key">The key's own key in the settings.</param>
    /// <param name="stack">The settings of the stack.</param>
    public static KeyEntries Of(string key, StackSettings stack) => new(
        [.. stack.ExecutionRoles.Where(role => role.Value.KmsKeys.Contains(key)).Select(role => role.Key)],
        [.. stack.ExecutionRoles.Where(role => role.Value.SecretKmsKeys.Contains(key)).Select(role => role.Key)],
        [.. stack.Deployers.Where(deployer => deployer.Value.KmsKeys.Contains(key)).Select(deployer => deployer.Key)],
        [.. stack.PassRoleGrants.Where(grant => grant.Value.KmsKeys.Contains(key)).Select(grant => grant.Key)],
        [.. stack.ManagedSecrets.Values.Where(secret => secret.KmsKey == key)],
        stack.Trail?.KmsKey == key ? stack.Trail : null);
}
