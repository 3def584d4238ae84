using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// A PassRole grant: the right of one named principal to pass named execution roles to named services, and to launch
/// work with them. The account of the principal decides how: one of this account holds the right itself; one of another
/// account assumes a role of this account that holds it, since PassRole does not cross accounts.
/// </summary>
internal sealed record PassRoleGrantSettings : ScopeSettings, IRenamed, IControlled, IOfATeam
{
    /// <summary>The shortest session duration of a role that IAM takes, and its default, in seconds.</summary>
    public const int ShortestSession = 3_600;

    /// <summary>The longest session duration of a role that IAM takes, in seconds.</summary>
    public const int LongestSession = 43_200;

    /// <summary>
    /// The name, or the names, that this entry had before: with it, what it made stays in place, keys included. It may stay afterwards.
    /// Default: none.
    /// </summary>
    [Format<EntryName>, ListOf("former names of the entry"), OrOne]
    public ImmutableArray<string> Formerly { get; init; } = [];

    /// <summary>The execution roles that may be passed; keys of <c>executionRoles</c>.</summary>
    [KeyOf(nameof(StackSettings.ExecutionRoles)), ListOf("keys of executionRoles")]
    public required ImmutableArray<string> ExecutionRoles { get; init; }

    /// <summary>The ARN of the role or user that may pass them.</summary>
    [Format<GrantPrincipal>]
    public required Arn Principal { get; init; }

    /// <summary>
    /// The policy of a principal of this account, made by hand, that is taken over and narrowed to this grant: a map
    /// with <c>inline</c>, the policy's name. The principal's other policies are its owner's. Default: null, a new one is made.
    /// </summary>
    public AdoptedGrantPolicy? Adopt { get; init; }

    /// <summary>The services that they may be passed to; each must trust them. Default: <c>sagemaker.amazonaws.com</c>.</summary>
    public ImmutableArray<TrustedService> Services { get; init; } = [TrustedService.SageMaker];

    /// <summary>
    /// What the principal may do with SageMaker. Default: none; needed where a principal of another account passes roles to
    /// SageMaker.
    /// </summary>
    public override ImmutableArray<MLActivity> Activities { get; init; } = [];

    /// <summary>
    /// The team that it is of. Who is of no team with another, and has no execution role in common with it, may not have a prefix that
    /// begins as the other's does. Default: none.
    /// </summary>
    [Format<EntryName>]
    public string? Team { get; init; }

    /// <summary>The S3 buckets that the principal works on. Default: none.</summary>
    [ListOf("buckets, each { name, access, prefix }")]
    public ImmutableArray<BucketAccess> Buckets { get; init; } = [];

    /// <summary>The ECR repositories that the principal works with; a plain list means <c>pull</c>. Default: none.</summary>
    public RepositoryAccess Repositories { get; init; } = new();

    /// <summary>
    /// The KMS keys that encrypt what the principal uploads to S3 and the volumes of what it launches, by their ARNs, or by their keys in
    /// <c>keys</c>; S3 and SageMaker use them on its behalf. Default: none.
    /// </summary>
    [KeyOf(nameof(StackSettings.Keys)), Format<KmsKeyArn>, ListOf("ARNs of KMS keys, or keys of keys")]
    public ImmutableArray<string> KmsKeys { get; init; } = [];

    /// <summary>
    /// Whether it may launch nothing, schedules and endpoints included, but with one of its <c>kmsKeys</c>, given by its ARN, for the
    /// volumes, and with one for the output. Instances whose storage is local take no key for volumes, and are then denied. Default: false.
    /// </summary>
    public bool RequireKeys { get; init; }

    /// <summary>
    /// The subnets and security groups outside of which it may launch nothing. What a transform job is launched with says nothing of a
    /// network: it runs in that of its model. Default: null, it may launch anywhere.
    /// </summary>
    public RequiredVpc? RequireVpc { get; init; }

    /// <summary>On what, for how long and how open it may launch work at most. Default: null, however it likes.</summary>
    public GuardrailSettings? Guardrails { get; init; }

    /// <summary>
    /// The external id that a principal of another account gives: 16 to 256 letters, digits and <c>_+=,.@:/-</c>.
    /// Default: null, a random one of 32 letters and digits is made. To be set where the other party gives every customer an id of its own;
    /// one that the configuration keeps secret stands under the grant's name in <c>externalIds</c> instead.
    /// </summary>
    [Format<ExternalId>]
    public string? ExternalId { get; init; }

    /// <summary>
    /// The id of the AWS organization, <c>o-…</c>, that a principal of another account must be in. Default: null, any or none.
    /// </summary>
    [Format<OrganizationId>]
    public string? Organization { get; init; }

    /// <summary>
    /// How long a user of another account may hold the role at a time, in seconds: 3,600 to 43,200. A role holds another for 3,600 at most.
    /// Default: 3,600.
    /// </summary>
    [WholeNumber(ShortestSession, LongestSession, "seconds")]
    public int SessionDuration { get; init; } = ShortestSession;

    /// <summary>
    /// The beginning of the name of the role that a principal of another account assumes: at most 38 letters, digits and <c>_+=,.@-</c>.
    /// Default: null, Pulumi names it after the grant.
    /// </summary>
    [Format<RoleNamePrefix>]
    public string? RoleNamePrefix { get; init; }

    /// <summary>
    /// The ARN of the policy that bounds what the role can ever do that a principal of another account assumes. Default: null,
    /// none.
    /// </summary>
    [Format<PolicyArn>]
    public string? PermissionsBoundary { get; init; }

    /// <summary>
    /// Whether the role that a principal of another account assumes has its policies to itself: an update takes away what others gave it.
    /// Default: true; with false, what they give stays and is not seen, which is warned about.
    /// </summary>
    public bool Exclusive { get; init; } = true;
}
