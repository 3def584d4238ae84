using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// A deployer: an IAM user with an access key, or a role without one, that creates jobs, models and endpoints.
/// Never an administrator.
/// </summary>
internal sealed record DeployerSettings : ScopeSettings, IRenamed, IControlled, IOfATeam
{
    /// <summary>
    /// The name, or the names, that this entry had before: with it, what it made stays in place, keys included. It may stay afterwards.
    /// Default: none.
    /// </summary>
    [Format<EntryName>, ListOf("former names of the entry"), OrOne]
    public ImmutableArray<string> Formerly { get; init; } = [];

    /// <summary>The user's name: at most 64 letters, digits and <c>_+=,.@-</c>. Default: null, Pulumi names it.</summary>
    [OnlyFor(DeployerKind.User)]
    [Format<IamName>]
    public string? UserName { get; init; }

    /// <summary>The jobs that assume it, which makes it a role without any key. Default: null, it is a user with an access key.</summary>
    public AssumedBySettings? AssumedBy { get; init; }

    /// <summary>The name of the role, with <c>assumedBy</c>. Default: null, Pulumi names it.</summary>
    [OnlyFor(DeployerKind.Role)]
    [Format<IamName>]
    public string? RoleName { get; init; }

    /// <summary>
    /// How long a job may hold the role at a time at most, in seconds: 3,600 to 43,200. A job that follows its training for longer than an
    /// hour asks for as much (<c>role-duration-seconds</c>). Default: 3,600.
    /// </summary>
    [OnlyFor(DeployerKind.Role)]
    [WholeNumber(PassRoleGrantSettings.ShortestSession, PassRoleGrantSettings.LongestSession, "seconds")]
    public int SessionDuration { get; init; } = PassRoleGrantSettings.ShortestSession;

    /// <summary>
    /// Whether the user or role, made by hand, is taken over in place and narrowed to these settings: <c>true</c>, or a map with
    /// the policies of it that are taken over as well. It may stay afterwards. Default: false.
    /// </summary>
    public AdoptedPolicies? Adopt { get; init; }

    /// <summary>The execution roles that it may pass, to SageMaker alone; keys of <c>executionRoles</c>. Default: none.</summary>
    [KeyOf(nameof(StackSettings.ExecutionRoles)), ListOf("keys of executionRoles")]
    public ImmutableArray<string> ExecutionRoles { get; init; } = [];

    /// <summary>What it may do with SageMaker. Default: none.</summary>
    public override ImmutableArray<MLActivity> Activities { get; init; } = [];

    /// <summary>
    /// The team that it is of. Who is of no team with another, and has no execution role in common with it, may not have a prefix that
    /// begins as the other's does. Default: none.
    /// </summary>
    [Format<EntryName>]
    public string? Team { get; init; }

    /// <summary>The S3 buckets that it works on. Default: none.</summary>
    [ListOf("buckets, each { name, access, prefix }")]
    public ImmutableArray<BucketAccess> Buckets { get; init; } = [];

    /// <summary>The ECR repositories that it works with; a plain list means <c>pull</c>. Default: none.</summary>
    public RepositoryAccess Repositories { get; init; } = new();

    /// <summary>
    /// The KMS keys that encrypt what it uploads to S3 and the volumes of what it launches, by their ARNs, or by their keys in
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

    /// <summary>Its access keys. Default: one, of generation 1.</summary>
    [OnlyFor(DeployerKind.User)]
    public AccessKeySettings AccessKey { get; init; } = new();

    /// <summary>Whether the output <c>dotenv</c> has the text of its <c>.env</c> file. Default: true.</summary>
    [OnlyFor(DeployerKind.User)]
    public bool Dotenv { get; init; } = true;

    /// <summary>The name of the AWS CLI profile that the output <c>awsProfiles</c> has the text of. Default: null, none.</summary>
    [OnlyFor(DeployerKind.User)]
    [Format<ProfileName>]
    public string? AwsProfile { get; init; }

    /// <summary>The secret in Secrets Manager that holds its current access key. Default: null, none.</summary>
    [OnlyFor(DeployerKind.User)]
    public SecretsManagerSettings? SecretsManager { get; init; }

    /// <summary>Whether the user may do anything only when signed in with MFA. Default: false.</summary>
    [OnlyFor(DeployerKind.User)]
    public bool RequireMfa { get; init; }

    /// <summary>The IP ranges, in CIDR notation, that the user may work from. Default: none, from anywhere.</summary>
    [OnlyFor(DeployerKind.User)]
    [Format<IpRange>, ListOf("IP ranges")]
    public ImmutableArray<string> SourceIpRanges { get; init; } = [];

    /// <summary>The ARN of the policy that bounds what it can ever do. Default: null, none.</summary>
    [Format<PolicyArn>]
    public string? PermissionsBoundary { get; init; }

    /// <summary>
    /// Whether it has its policies to itself: an update takes away what others gave it. Default: true; with false, what they give stays and
    /// is not seen, which is warned about.
    /// </summary>
    public bool Exclusive { get; init; } = true;

    /// <summary>Whether Pulumi refuses to delete or replace the user or role. Default: false.</summary>
    public bool Protect { get; init; }
}
