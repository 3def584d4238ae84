using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan;

/// <summary>
/// Finds resources of a stack whose policies AWS could not hold, with ARNs of roles, users and keys as long as they can get.
/// </summary>
internal static class ResourcePolicySizeCheck
{
    /// <param name="plan">The plan of the stack.</param>
    /// <param name="policiesThere">What is kept of the policies that guarded buckets have, by the buckets' names.</param>
    public static IEnumerable<Fault> Faults(StackPlan plan, IReadOnlyDictionary<string, JsonNode> policiesThere)
    {
        var (settings, account) = (plan.Settings, plan.Account);
        return
        [
            .. settings.GuardedBuckets.SelectMany(bucket => TooLong(
                $"guardedBuckets.{bucket.Key}",
                OfBucket(bucket.Key, bucket.Value, settings, account, policiesThere.GetValueOrDefault(bucket.Key)),
                ResourcePolicyQuota.Bucket,
                "name roles by a pattern, or give up the policy that it has")),
            .. settings.Keys.Keys.SelectMany(key => TooLong(
                $"keys.{key}",
                KeyPolicy.Document(OfKey(KeyEntries.Of(key, settings), account), account).ToJson(),
                ResourcePolicyQuota.Key,
                "make another key, for some of the entries that name it")),
            .. settings.ManagedSecrets.SelectMany(secret => TooLong(
                $"managedSecrets.{secret.Key}",
                OfSecret(secret.Key, secret.Value, settings, account),
                ResourcePolicyQuota.Secret,
                "make another secret, for some of its readers")),
            .. settings.Deployers.Where(deployer => deployer.Value.SecretsManager is not null).SelectMany(deployer => TooLong(
                $"deployers.{deployer.Key}.secretsManager",
                OfAccessKey(deployer.Key, deployer.Value.SecretsManager!, account),
                ResourcePolicyQuota.Secret,
                "name fewer readers, and let others read it by their own policies")),
            .. settings.Repositories.SelectMany(repository => TooLong(
                $"repositories.{repository.Key}",
                ImageRepositoryPolicy.Document(repository.Value.PullFrom, account).ToJson(),
                ResourcePolicyQuota.Repository,
                "name fewer accounts in pullFrom")),
            .. plan.Endpoints.SelectMany(endpoints => endpoints.Value.SelectMany(policy => TooLong(
                $"endpoints.{endpoints.Key}",
                policy.Value.ToJson(),
                ResourcePolicyQuota.Endpoint,
                "split the stack, or name the endpoint among existing",
                $" for {policy.Key.Name()}"))),
        ];
    }

    private static string OfBucket(
        string name, GuardedBucketSettings bucket, StackSettings settings, AwsAccount account, JsonNode? policyThere)
    {
        var own = GuardedBucketPolicy.Document(
            name,
            OwnEndpointIds.Unmade(settings).In(OwnKeyArns.Unmade(settings, account).In(bucket)),
            UnmadePrincipals.Arns(BucketUsers.Of(name, settings, account).Count, account),
            account);
        return policyThere is null ? own.ToJson() : MergedPolicy.Json(own, policyThere);
    }

    private static KeyUsers OfKey(KeyEntries entries, AwsAccount account) => KeyUsers.Of(
        entries,
        UnmadePrincipals.Arns(entries.Work.Length, account),
        UnmadePrincipals.Arns(entries.Deployers.Length + entries.PassRoleGrants.Length, account),
        UnmadePrincipals.Arns(entries.Readers.Length, account));

    private static string OfSecret(string name, ManagedSecretSettings secret, StackSettings settings, AwsAccount account)
    {
        var own = UnmadePrincipals.Arns(ManagedSecretSettings.RolesThatRead(name, settings).Length, account);
        return ManagedSecretPolicy.Document([.. own, .. secret.Readers], account).ToJson();
    }

    private static string OfAccessKey(string deployer, SecretsManagerSettings secret, AwsAccount account) => DeployerSecretPolicy.Document(
        // What Pulumi and then AWS add to its name.
        secret.Readers, account.Regional("secretsmanager", $"secret:{deployer}-secret-1234567-123456")).ToJson();

    private static ImmutableArray<Fault> TooLong(
        string path, string policy, ResourcePolicyQuota quota, string remedy, string of = "") =>
        ResourcePolicyQuota.Size(policy) is var size && size <= quota.MostBytes
            ? []
            :
            [
                new Fault(
                    path,
                    string.Create(CultureInfo.InvariantCulture, $"a policy of {size:N0} bytes{of}"),
                    string.Create(CultureInfo.InvariantCulture, $"{quota.Service} holds {quota.MostBytes:N0}: {remedy}")),
            ];
}
