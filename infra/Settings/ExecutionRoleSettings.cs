using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>An execution role: what SageMaker may do on its behalf.</summary>
internal sealed record ExecutionRoleSettings : ScopeSettings, IRenamed, IControlled, IOfATeam
{
    /// <summary>
    /// The name, or the names, that this entry had before: with it, what it made stays in place, keys included. It may stay afterwards.
    /// Default: none.
    /// </summary>
    [Format<EntryName>, ListOf("former names of the entry"), OrOne]
    public ImmutableArray<string> Formerly { get; init; } = [];

    /// <summary>The role's name: at most 64 letters, digits and <c>_+=,.@-</c>. Default: null, Pulumi names it.</summary>
    [Format<IamName>]
    public string? RoleName { get; init; }

    /// <summary>
    /// Whether the role (and its instance profile), made by hand, is taken over in place and narrowed to these settings: <c>true</c>,
    /// or a map with the policies of it that are taken over as well. It may stay afterwards. Default: false.
    /// </summary>
    public AdoptedPolicies? Adopt { get; init; }

    /// <summary>The S3 buckets that it works on. Default: none.</summary>
    [ListOf("buckets, each { name, access, prefix }")]
    public ImmutableArray<BucketAccess> Buckets { get; init; } = [];

    /// <summary>The ECR repositories that it works with; a plain list means <c>pull</c>. Default: none.</summary>
    public RepositoryAccess Repositories { get; init; } = new();

    /// <summary>
    /// The CloudWatch namespaces that it may publish metrics to; <c>*</c> is a wildcard.
    /// Default: <c>/aws/sagemaker/*</c> where SageMaker assumes the role, none otherwise.
    /// </summary>
    [Format<MetricNamespace>, ListOf("CloudWatch namespaces")]
    public ImmutableArray<string> MetricNamespaces
    {
        get => field.IsDefault ? DefaultNamespaces : field;
        init;
    }

    /// <summary>
    /// The KMS keys that encrypt its data and volumes, by their ARNs, or by their keys in <c>keys</c>. Default: none.
    /// </summary>
    [KeyOf(nameof(StackSettings.Keys)), Format<KmsKeyArn>, ListOf("ARNs of KMS keys, or keys of keys")]
    public ImmutableArray<string> KmsKeys { get; init; } = [];

    /// <summary>
    /// The secrets in Secrets Manager that it may read, by name, or by ARN where they are in another account or region. Default: none.
    /// </summary>
    [Format<Secret>, ListOf("names or ARNs of secrets")]
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>
    /// The KMS keys that encrypt these secrets, by their ARNs, or by their keys in <c>keys</c>; Secrets Manager uses them on its behalf,
    /// and nothing else does. Default: none, which secrets under the key <c>aws/secretsmanager</c> need.
    /// </summary>
    [KeyOf(nameof(StackSettings.Keys)), Format<KmsKeyArn>, ListOf("ARNs of KMS keys, or keys of keys")]
    public ImmutableArray<string> SecretKmsKeys { get; init; } = [];

    /// <summary>
    /// The ARNs of the topics of SNS that it publishes to, as an asynchronous endpoint does when an answer is there. Default: none.
    /// </summary>
    [Format<TopicArn>, ListOf("ARNs of topics")]
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>The ARNs of the Lambda functions that it calls, as a pipeline's Lambda step does. Default: none.</summary>
    [Format<FunctionArn>, ListOf("ARNs of functions")]
    public ImmutableArray<string> Functions { get; init; } = [];

    /// <summary>The ARNs of the queues of SQS that it sends to, as a pipeline's callback step does. Default: none.</summary>
    [Format<QueueArn>, ListOf("ARNs of queues")]
    public ImmutableArray<string> Queues { get; init; } = [];

    /// <summary>
    /// The alarms of CloudWatch, by name, that roll the deployment of an endpoint back, whose models run as this role. Default: none.
    /// </summary>
    [Format<AlarmName>, ListOf("names of alarms")]
    public ImmutableArray<string> Alarms { get; init; } = [];

    /// <summary>The subnets and security groups that its jobs and endpoints run in. Default: null, no VPC.</summary>
    public VpcSettings? Vpc { get; init; }

    /// <summary>
    /// The features of SageMaker that work as this role and need more than jobs, endpoints and notebooks do. Model Monitor and Ground Truth
    /// need no word of it: <c>buckets</c>, <c>functions</c> and <c>lookUp</c> say it all. Default: none.
    /// </summary>
    public ImmutableArray<ServedFeature> Serves { get; init; } = [];

    /// <summary>What code that runs as this role may itself do with SageMaker, passing this same role on. Default: none.</summary>
    public override ImmutableArray<MLActivity> Activities { get; init; } = [];

    /// <summary>
    /// The team that it is of. Who is of no team with another, and has no execution role in common with it, may not have a prefix that
    /// begins as the other's does. Default: none.
    /// </summary>
    [Format<EntryName>]
    public string? Team { get; init; }

    /// <summary>
    /// Whether the steps of its pipelines may have the names that SageMaker gives them, <c>pipelines-…</c>, with <c>managePipelines</c>
    /// and for the activities beside it. Every pipeline of the account has such names, so that it reaches the steps of others: with the
    /// SDK's <c>use_custom_job_prefix</c> they have the prefixes of the role. Default: false.
    /// </summary>
    public bool PipelineSteps { get; init; }

    /// <summary>
    /// The execution roles that it passes to the work that it starts, to SageMaker alone; keys of <c>executionRoles</c>, its own among them
    /// where it is to pass itself. Default: itself alone, with any activity.
    /// </summary>
    [KeyOf(nameof(StackSettings.ExecutionRoles)), ListOf("keys of executionRoles")]
    public ImmutableArray<string> Passes { get; init; } = [];

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

    /// <summary>The services that may assume the role. Default: <c>sagemaker.amazonaws.com</c>.</summary>
    [NotEmpty]
    public ImmutableArray<TrustedService> TrustedServices { get; init; } = [TrustedService.SageMaker];

    /// <summary>
    /// Whether SageMaker, EventBridge and its Scheduler, and Step Functions may assume the role only on behalf of this account
    /// (<c>aws:SourceAccount</c>); EC2, Glue and Lambda do not say on whose. Default: true.
    /// </summary>
    public bool ConfusedDeputyProtection { get; init; } = true;

    /// <summary>Whether there is an instance profile of the role, for EC2. Default: false.</summary>
    public bool InstanceProfile { get; init; }

    /// <summary>The ARN of the policy that bounds what the role can ever do. Default: null, none.</summary>
    [Format<PolicyArn>]
    public string? PermissionsBoundary { get; init; }

    /// <summary>Managed policies to attach, by name or ARN: an escape hatch that is warned about. Default: none.</summary>
    [Format<ManagedPolicy>, ListOf("names or ARNs of policies")]
    public ImmutableArray<string> ManagedPolicies { get; init; } = [];

    /// <summary>
    /// Whether it has its policies to itself: an update takes away what others gave it. Default: true; with false, what they give stays and
    /// is not seen, which is warned about.
    /// </summary>
    public bool Exclusive { get; init; } = true;

    /// <summary>Whether Pulumi refuses to delete or replace the role. Default: false.</summary>
    public bool Protect { get; init; }

    /// <summary>The other roles that it passes, of the key that it has itself.</summary>
    public ImmutableArray<string> PassedBeside(string key) => [.. Passes.Where(other => other != key)];

    /// <summary>Whether it passes itself, of the key that it has.</summary>
    public bool PassesItself(string key) => !Activities.IsEmpty && (Passes.IsEmpty || Passes.Contains(key));

    private ImmutableArray<string> DefaultNamespaces => TrustedServices.Contains(TrustedService.SageMaker) ? ["/aws/sagemaker/*"] : [];
}
