using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// A secret of the stack, by its name, without a value: somebody puts it there, <c>aws secretsmanager put-secret-value</c>, and the stack
/// never knows it. Those execution roles whose <c>secrets</c> name it read it, and nobody who is not named, whatever IAM allows.
/// </summary>
/// <remarks>AWS Secrets Manager User Guide, "Resource-based policies" and "Best practices".</remarks>
internal sealed record ManagedSecretSettings : ISecret
{
    /// <summary>
    /// The KMS key that encrypts it, by its ARN, or by its key in <c>keys</c>; the roles that read it name it in <c>secretKmsKeys</c>.
    /// Needed for readers of other accounts. To be rid of it, set another: taken off, it stays on the secret and each preview shows that
    /// again, and where the key goes as well, the value can be read no more. Default: null, the key <c>aws/secretsmanager</c>.
    /// </summary>
    [KeyOf(nameof(StackSettings.Keys)), Format<KmsKeyArn>]
    public string? KmsKey { get; init; }

    /// <summary>
    /// The ARNs of further roles and users that read it: of this account as far as their own policies let them, of another account whose
    /// policies let them. The role of a function that rotates it is one. Default: none.
    /// </summary>
    [Format<RoleOrUserArn>, ListOf("ARNs of roles and users")]
    public ImmutableArray<string> Readers { get; init; } = [];

    /// <summary>
    /// The ARNs of the roles and users that put its value there, as far as their own policies let them, and use a key of <c>keys</c> for
    /// it. The role of a function that rotates it is one. Default: none, who may put one by IAM; needed with a key of <c>keys</c>.
    /// </summary>
    [Format<RoleOrUserArn>, ListOf("ARNs of roles and users")]
    public ImmutableArray<string> Writers { get; init; } = [];

    /// <summary>The function that rotates it. Default: null, nothing does.</summary>
    public SecretRotationSettings? Rotation { get; init; }

    /// <summary>For how many days a deleted secret can be restored, 7 to 30; 0 deletes it at once. Default: 30.</summary>
    [WholeNumber(0, ISecret.LongestWindow, "days")]
    public int RecoveryWindowInDays { get; init; } = ISecret.LongestWindow;

    /// <summary>Whether Pulumi refuses to delete or replace the secret. Default: false.</summary>
    public bool Protect { get; init; }

    /// <summary>The execution roles that read a secret of a stack, by their keys.</summary>
    /// <param name="secret">The secret's name.</param>
    /// <param name="stack">The settings of the stack.</param>
    public static ImmutableArray<string> RolesThatRead(string secret, StackSettings stack) =>
        [.. stack.ExecutionRoles.Where(role => role.Value.Secrets.Contains(secret)).Select(role => role.Key)];
}
