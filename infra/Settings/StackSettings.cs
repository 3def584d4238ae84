using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// All that a stack's configuration says, checked. Each map is keyed by a name of the user's choosing, accounts by their
/// numbers, buckets by their names.
/// </summary>
internal sealed record StackSettings
{
    /// <summary>The execution roles: what SageMaker assumes, by names of your choosing. Default: none.</summary>
    [Format<EntryName>]
    public ImmutableSortedDictionary<string, ExecutionRoleSettings> ExecutionRoles { get; init; } = NoEntries<ExecutionRoleSettings>();

    /// <summary>The deployers: the users, and the roles without keys, that launch work, by names of your choosing. Default: none.</summary>
    [Format<EntryName>]
    public ImmutableSortedDictionary<string, DeployerSettings> Deployers { get; init; } = NoEntries<DeployerSettings>();

    /// <summary>
    /// The PassRole grants: the rights of other principals to pass execution roles, by names of your choosing. Default: none.
    /// </summary>
    [Format<EntryName>]
    public ImmutableSortedDictionary<string, PassRoleGrantSettings> PassRoleGrants { get; init; } = NoEntries<PassRoleGrantSettings>();

    /// <summary>
    /// External ids by grant, which may be secret: those that the configuration keeps secret, in place of the grant's
    /// <c>externalId</c>. Default: none.
    /// </summary>
    [KeyOf(nameof(PassRoleGrants)), Format<ExternalId>, SecretTexts("external ids")]
    public ImmutableSortedDictionary<string, string> ExternalIds { get; init; } = NoEntries<string>();

    /// <summary>KMS keys that the stack makes for those of its entries that name them, by names of your choosing. Default: none.</summary>
    [Format<EntryName>]
    public ImmutableSortedDictionary<string, KeySettings> Keys { get; init; } = NoEntries<KeySettings>();

    /// <summary>The secrets in Secrets Manager that the stack makes, by their names, without values. Default: none.</summary>
    [Format<SecretName>]
    public ImmutableSortedDictionary<string, ManagedSecretSettings> ManagedSecrets { get; init; } = NoEntries<ManagedSecretSettings>();

    /// <summary>The other accounts that Pulumi may work in, by account number. Default: none.</summary>
    [Format<AccountId>]
    public ImmutableSortedDictionary<string, AccountSettings> Accounts { get; init; } = NoEntries<AccountSettings>();

    /// <summary>The buckets whose data is guarded, by the names of the buckets. Default: none.</summary>
    [Format<BucketName>]
    public ImmutableSortedDictionary<string, GuardedBucketSettings> GuardedBuckets { get; init; } = NoEntries<GuardedBucketSettings>();

    /// <summary>The endpoints of VPCs, by names of your choosing, a VPC each. Default: none.</summary>
    [Format<EntryName>]
    public ImmutableSortedDictionary<string, EndpointSettings> Endpoints { get; init; } = NoEntries<EndpointSettings>();

    /// <summary>The repositories of ECR that the stack makes, by the names of the repositories. Default: none.</summary>
    [Format<RepositoryName>]
    public ImmutableSortedDictionary<string, ImageRepositorySettings> Repositories { get; init; } = NoEntries<ImageRepositorySettings>();

    /// <summary>The analyzer that finds what of the account is shared with others. Default: null, none.</summary>
    public AnalyzerSettings? Analyzer { get; init; }

    /// <summary>The trail of CloudTrail that records what is done in the account. Default: null, none.</summary>
    public TrailSettings? Trail { get; init; }

    /// <summary>
    /// Whether all roles and users that the stack makes are bounded by what its settings give to those of their kind, whatever they are
    /// ever given: by a managed policy for execution roles, one for deployers and one for the roles of grants. An entry's own
    /// <c>permissionsBoundary</c> goes before it. Default: false.
    /// </summary>
    public bool Boundary { get; init; }

    private static ImmutableSortedDictionary<string, T> NoEntries<T>() =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
