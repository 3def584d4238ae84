using System.Collections.Immutable;
using Pulumi;
using SageMakerIam.Components;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Settings;

namespace SageMakerIam.Parts;

/// <summary>The KMS keys of a stack, and who uses each.</summary>
internal sealed class Keys
{
    private readonly StackSettings settings;
    private readonly SortedDictionary<string, EncryptionKey> made = new(StringComparer.Ordinal);

    /// <summary>Makes the keys.</summary>
    public Keys(StackSettings settings)
    {
        this.settings = settings;
        foreach (var (name, key) in settings.Keys)
        {
            made[name] = new EncryptionKey(name, key);
        }

        Arns = made.Count == 0
            ? Output.Create(OwnKeyArns.None)
            : Output.All(made.Values.Select(key => key.KeyArn).ToArray()).WhenMade(arns => new OwnKeyArns(
                made.Keys.Zip(arns, KeyValuePair.Create).ToImmutableSortedDictionary(StringComparer.Ordinal)));
    }

    /// <summary>Their ARNs.</summary>
    public Output<OwnKeyArns> Arns { get; }

    /// <summary>Gives each key its policy, which names those whose settings name the key.</summary>
    /// <param name="executionRoles">The execution roles.</param>
    /// <param name="deployers">The deployers.</param>
    /// <param name="grants">The grants.</param>
    /// <param name="account">The account and region that the keys are in.</param>
    public void GivePolicies(ExecutionRoles executionRoles, Deployers deployers, PassRoleGrants grants, AwsAccount account)
    {
        foreach (var (name, key) in made)
        {
            Output<ImmutableArray<string>> RolesBy(Func<ExecutionRoleSettings, ImmutableArray<string>> keys) => Output.All(
                executionRoles.ArnsOf(settings.ExecutionRoles.Where(role => keys(role.Value).Contains(name)).Select(role => role.Key)));

            var launching = settings.Deployers
                .Where(deployer => deployer.Value.KmsKeys.Contains(name))
                .Select(deployer => deployers.ArnOf(deployer.Key));
            var granted = settings.PassRoleGrants
                .Where(grant => grant.Value.KmsKeys.Contains(name))
                .Select(grant => grants.HolderArnOf(grant.Key));
            var callers = Output.All(launching.Concat(granted).ToArray());
            var secrets = SecretsUnder(name).ToImmutableArray();
            var trail = settings.Trail?.KmsKey == name ? settings.Trail : null;
            key.Give(Output.Tuple(RolesBy(role => role.KmsKeys), callers, RolesBy(role => role.SecretKmsKeys)).WhenMade(arns =>
                KeyPolicy.Document(
                    new KeyUsers
                    {
                        Work = arns.Item1,
                        Callers = arns.Item2,
                        Readers = arns.Item3,
                        OtherReaders = [.. secrets.SelectMany(secret => secret.Readers)],
                        Writers = [.. secrets.SelectMany(secret => secret.Writers)],
                        Trail = trail?.Name,
                        LogReaders = trail?.Readers ?? [],
                    },
                    account).ToJson()));
        }
    }

    /// <summary>The ARN of a key, once its policy lets its users; of one that the stack does not make, the ARN itself.</summary>
    public Input<string>? Usable(string? key) =>
        key is not null && made.TryGetValue(key, out var own) ? own.UsableArn : Optional.Input(key);

    /// <summary>Those that encrypt secrets which other accounts read.</summary>
    /// <param name="account">The account of the keys.</param>
    public IEnumerable<Share> Shares(AwsAccount account) =>
        from key in made
        let readers = SecretsUnder(key.Key).SelectMany<ISecret, string>(secret => secret.ReadersOutside(account)).Distinct()
        where readers.Any()
        select new Share($"key-{key.Key}", key.Value.KeyArn, [.. readers]);

    /// <summary>Adds what the stack's outputs say of them, where there are any.</summary>
    public void AddTo(StackOutputs outputs)
    {
        if (made.Count > 0)
        {
            outputs.Add(LastUpdate.KeyArnsOutput, made, key => key.KeyArn);
            outputs.Add("keyAliases", made, key => key.AliasName);
        }
    }

    private IEnumerable<ManagedSecretSettings> SecretsUnder(string key) =>
        settings.ManagedSecrets.Values.Where(secret => secret.KmsKey == key);
}
