using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan.LookUps;

/// <summary>
/// Finds what a stack file names and AWS does not have: principals of grants, roles that are taken over, boundaries, managed policies,
/// keys and secrets. An update would fail on most of them half-way; a key or secret would be missed at work. Of policies that are there,
/// it finds those that make an administrator, or bound nothing.
/// </summary>
internal static class NamedThingsCheck
{
    /// <summary>What is not there. What may not be asked for is warned of.</summary>
    /// <param name="settings">The settings of the stack.</param>
    /// <param name="account">The account that it stands in: only there can it be asked for principals.</param>
    /// <param name="own">The principals that the stack makes itself.</param>
    public static async Task<IEnumerable<Fault>> FaultsAsync(
        StackSettings settings, AwsAccount account, IReadOnlyCollection<OwnPrincipal> own)
    {
        var named = Principals(settings, account, own)
            .Concat(settings.ExecutionRoles.SelectMany(role => Of($"executionRoles.{role.Key}", role.Value, settings, account)))
            .Concat(settings.Deployers.SelectMany(deployer => Of($"deployers.{deployer.Key}", deployer.Value, account)))
            .Concat(settings.PassRoleGrants.SelectMany(grant => Of($"passRoleGrants.{grant.Key}", grant.Value)))
            .Concat(settings.GuardedBuckets.SelectMany(bucket => Key($"guardedBuckets.{bucket.Key}.kmsKey", bucket.Value.KmsKey)))
            .Concat(Key("trail.kmsKey", settings.Trail?.KmsKey))
            .GroupBy(lookUp => (lookUp.Kind, lookUp.Name));
        var faults = await Task.WhenAll(named.Select(same => FaultsAsync([.. same])));
        return faults.SelectMany(same => same);
    }

    private static async Task<IEnumerable<Fault>> FaultsAsync(ImmutableArray<LookUp> same)
    {
        var (first, answer) = (same[0], await same[0].AnswerAsync());
        first.WarnUnlessTold(answer, same.Select(lookUp => lookUp.Path));
        return answer == Presence.Absent
            ? same.Select(lookUp => new Fault(
                lookUp.Path, $"'{lookUp.Name}', {lookUp.Kind} that is not there", "Correct it, or make what it names first"))
            : from lookUp in same
              let objection = answer.Policy is { } policy ? lookUp.ObjectionTo(policy) : null
              where objection is not null
              select new Fault(lookUp.Path, $"'{lookUp.Name}', {objection}", "Name a narrower policy");
    }

    private static IEnumerable<LookUp> Principals(
        StackSettings settings, AwsAccount account, IReadOnlyCollection<OwnPrincipal> own) =>
        from grant in settings.PassRoleGrants
        let principal = grant.Value.Principal
        where principal.AccountId == account.AccountId && !own.Any(entry => entry.Is(principal))
        let path = $"passRoleGrants.{grant.Key}.principal"
        select (principal.IsUser ? LookUp.User(path, principal.Name) : LookUp.Role(path, principal.Name)) with
        {
            Name = principal.ToString(),
        };

    private static IEnumerable<LookUp> Of(string path, ExecutionRoleSettings role, StackSettings stack, AwsAccount account) =>
    [
        .. Adopted(path, role.Adopt, role.RoleName, account),
        .. Boundary(path, role.PermissionsBoundary),
        .. role.ManagedPolicies.Select((policy, at) => Held($"{path}.managedPolicies[{at}]", account.ManagedPolicy(policy), account)),
        .. Keys($"{path}.kmsKeys", role.KmsKeys),
        .. Keys($"{path}.secretKmsKeys", role.SecretKmsKeys),
        .. role.Secrets.Select((secret, at) => LookUp.Secret($"{path}.secrets[{at}]", secret))
            .Where(lookUp => !stack.ManagedSecrets.ContainsKey(lookUp.Name)),
    ];

    private static IEnumerable<LookUp> Of(string path, DeployerSettings deployer, AwsAccount account) =>
    [
        // A user that is taken over is looked for with its access keys.
        .. Adopted(path, deployer.Adopt, deployer.AssumedBy is null ? null : deployer.RoleName, account),
        .. Boundary(path, deployer.PermissionsBoundary),
        .. Keys($"{path}.kmsKeys", deployer.KmsKeys),
        .. Key($"{path}.secretsManager.kmsKey", deployer.SecretsManager?.KmsKey),
    ];

    private static IEnumerable<LookUp> Of(string path, PassRoleGrantSettings grant) =>
        [.. Boundary(path, grant.PermissionsBoundary), .. Keys($"{path}.kmsKeys", grant.KmsKeys)];

    private static IEnumerable<LookUp> Adopted(string path, AdoptedPolicies? policies, string? role, AwsAccount account)
    {
        if (policies is not null && role is not null)
        {
            yield return LookUp.Role($"{path}.roleName", role);
        }

        if (policies?.Managed is { } managed)
        {
            yield return LookUp.ManagedPolicy($"{path}.adopt.managed", account.Global("iam", $"policy/{managed}"));
        }
    }

    private static LookUp Held(string path, string arn, AwsAccount account) =>
        LookUp.ManagedPolicy(path, arn) with { ObjectionTo = policy => Objections.ToHolding(policy, account) };

    private static IEnumerable<LookUp> Boundary(string path, string? arn) =>
        arn is null ? [] : [LookUp.ManagedPolicy($"{path}.permissionsBoundary", arn) with { ObjectionTo = Objections.ToBounding }];

    // What is no ARN, the stack makes.
    private static IEnumerable<LookUp> Key(string path, string? key) =>
        key is not null && Arn.Parse(key) is not null ? [LookUp.Key(path, key)] : [];

    private static IEnumerable<LookUp> Keys(string path, ImmutableArray<string> keys) =>
        keys.SelectMany((key, at) => Key($"{path}[{at}]", key));
}
