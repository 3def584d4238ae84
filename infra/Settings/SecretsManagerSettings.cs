using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>A secret in Secrets Manager that holds a deployer's current access key, as JSON of environment variables.</summary>
/// <remarks>AWS Secrets Manager User Guide, "Resource-based policies".</remarks>
internal sealed record SecretsManagerSettings : ISecret
{
    /// <summary>
    /// The ARN of the KMS key that encrypts it; needed for readers of other accounts. Default: null, the key
    /// <c>aws/secretsmanager</c>.
    /// </summary>
    [Format<KmsKeyArn>]
    public string? KmsKey { get; init; }

    /// <summary>
    /// The ARNs of the roles and users that its resource policy lets read it. Default: none, whom the account's own
    /// policies let.
    /// </summary>
    [Format<RoleOrUserArn>, ListOf("ARNs of roles and users")]
    public ImmutableArray<string> Readers { get; init; } = [];

    /// <summary>For how many days a deleted secret can be restored, 7 to 30; 0 deletes it at once. Default: 30.</summary>
    [WholeNumber(0, ISecret.LongestWindow, "days")]
    public int RecoveryWindowInDays { get; init; } = ISecret.LongestWindow;
}
