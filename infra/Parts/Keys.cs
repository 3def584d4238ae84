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
    /// <param name="own">The principals of the stack, which readers of secrets and logs may be among.</param>
    /// <param name="account">The account and region that the keys are in.</param>
    public void GivePolicies(
        ExecutionRoles executionRoles, Deployers deployers, PassRoleGrants grants, OwnPrincipals own, AwsAccount account)
    {
        foreach (var (name, key) in made)
        {
            var entries = KeyEntries.Of(name, settings);
            var callers = Output.All(
                entries.Deployers.Select(deployers.ArnOf).Concat(entries.PassRoleGrants.Select(grants.HolderArnOf)).ToArray());
            var users = Output.Tuple(
                Output.All(executionRoles.ArnsOf(entries.Work)), callers, Output.All(executionRoles.ArnsOf(entries.Readers)));
            // The policy names readers and writers by the ARNs that the settings give, and waits for those of the stack.
            key.Give(Output.Tuple(users, own.Made(entries.Given)).WhenMade(arns => KeyPolicy.Document(
                KeyUsers.Of(entries, arns.Item1.Item1, arns.Item1.Item2, arns.Item1.Item3), account).ToJson()));
        }
    }

    /// <summary>The ARN of a key, once its policy lets its users; of one that the stack does not make, the ARN itself.</summary>
    public Input<string>? Usable(string? key) =>
        key is not null && made.TryGetValue(key, out var own) ? own.UsableArn : Optional.Input(key);

    /// <summary>Those that encrypt secrets which other accounts read.</summary>
    /// <param name="account">The account of the keys.</param>
    public IEnumerable<Share> Shares(AwsAccount account) =>
        from key in made
        let secrets = KeyEntries.Of(key.Key, settings).Secrets
        let readers = secrets.SelectMany<ISecret, string>(secret => secret.ReadersOutside(account)).Distinct()
        where readers.Any()
        select new Share($"key-{key.Key}", key.Value.KeyArn, [.. readers]);

    /// <summary>Adds what the stack's outputs say of them, where there are any.</summary>
    public void AddTo(StackOutputs outputs)
    {
        if (made.Count > 0)
        {
            outputs.Add(LastUpdate.KeyArnsOutput, made, key => key.KeyArn);
            outputs.Add(LastUpdate.KeyAliasesOutput, made, key => key.AliasName);
        }
    }
}
