using System.Collections.Immutable;
using Pulumi;
using SageMakerIam.Components;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Settings;

namespace SageMakerIam.Parts;

/// <summary>The secrets of a stack, and who reads each.</summary>
internal sealed class ManagedSecrets
{
    private readonly StackSettings settings;
    private readonly AwsAccount account;
    private readonly ImmutableSortedDictionary<string, ManagedSecret> made;

    /// <summary>Makes the secrets.</summary>
    /// <param name="settings">The settings of the stack.</param>
    /// <param name="executionRoles">Its execution roles.</param>
    /// <param name="keyArns">The ARNs of its keys.</param>
    /// <param name="own">The principals of the stack, which readers may be among.</param>
    /// <param name="account">The account and region that it stands in.</param>
    public ManagedSecrets(
        StackSettings settings, ExecutionRoles executionRoles, Output<OwnKeyArns> keyArns, OwnPrincipals own, AwsAccount account)
    {
        (this.settings, this.account) = (settings, account);
        made = settings.ManagedSecrets.ToImmutableSortedDictionary(
            secret => secret.Key,
            secret => new ManagedSecret(secret.Key, new ManagedSecretArgs
            {
                Settings = secret.Value,
                ReaderArns =
                [
                    .. executionRoles.ArnsOf(ManagedSecretSettings.RolesThatRead(secret.Key, settings)),
                    .. secret.Value.Readers.Select(own.Made),
                ],
                KeyArns = keyArns,
                Account = account,
            }),
            StringComparer.Ordinal);
    }

    /// <summary>Those that other accounts read.</summary>
    public IEnumerable<Share> Shares =>
        from secret in made
        let readers = ((ISecret)settings.ManagedSecrets[secret.Key]).ReadersOutside(account)
        where readers.Any()
        select new Share($"managed-secret-{Share.NameOf(secret.Key)}", secret.Value.SecretArn, [.. readers]);

    /// <summary>Adds what the stack's outputs say of them, where there are any.</summary>
    public void AddTo(StackOutputs outputs)
    {
        if (!made.IsEmpty)
        {
            outputs.Add(LastUpdate.ManagedSecretArnsOutput, made, secret => secret.SecretArn);
        }
    }
}
