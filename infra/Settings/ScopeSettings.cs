using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>What the activities of execution roles, of deployers and of the principals of grants are allowed on.</summary>
internal abstract record ScopeSettings
{
    /// <summary>
    /// The services that its activities pass execution roles to: SageMaker, and those that do a part of the work themselves.
    /// </summary>
    public IEnumerable<TrustedService> PassesTo =>
        [TrustedService.SageMaker, .. Activities.Select(activity => activity.PassesTo).OfType<TrustedService>().Distinct()];

    /// <summary>What the principal may do with SageMaker.</summary>
    public abstract ImmutableArray<MLActivity> Activities { get; init; }

    /// <summary>
    /// The beginnings of the names of the SageMaker resources that the activities are allowed on. Default: none; needed with
    /// activities.
    /// </summary>
    [NeededWith(nameof(Activities)), Format<ResourcePrefix>, NotEmpty, ListOf("beginnings of the names of SageMaker resources")]
    public ImmutableArray<string> ResourcePrefixes { get; init; } = [];

    /// <summary>
    /// The clients that name what they make where their user names nothing, so that the activities are allowed on those names as well.
    /// Everybody in the account whose client names nothing has them, which is warned about. Default: none.
    /// </summary>
    public ImmutableArray<ClientDefaults> ClientDefaults { get; init; } = [];

    /// <summary>
    /// The accounts whose model registries <c>manageModels</c> works with, by number: packages of groups whose names begin with one of the
    /// prefixes. Their groups have to let this account in. Default: none, its own alone.
    /// </summary>
    [Format<AccountId>, ListOf("numbers of accounts")]
    public ImmutableArray<string> RegistryAccounts { get; init; } = [];

    /// <summary>
    /// The MLflow Apps that <c>useMlflow</c> and <c>manageMlflow</c> are allowed on, by their ids <c>app-…</c>, which are random.
    /// Tracking servers have names, and go by the prefixes. Default: none.
    /// </summary>
    [Format<MlflowAppId>, ListOf("ids of MLflow Apps")]
    public ImmutableArray<string> MlflowApps { get; init; } = [];

    /// <summary>The workgroups of Athena that <c>queryAthena</c> is allowed on. Default: <c>primary</c>.</summary>
    [Format<AthenaWorkgroup>, NotEmpty, ListOf("workgroups of Athena")]
    public ImmutableArray<string> AthenaWorkgroups { get; init; } = ["primary"];

    /// <summary>
    /// The databases of AWS Glue whose tables <c>queryAthena</c> reads, <c>manageGlueTables</c> changes, and a role that serves Feature
    /// Store keeps; Feature Store's own is <c>sagemaker_featurestore</c>. Default: none.
    /// </summary>
    [Format<GlueDatabase>, ListOf("databases of AWS Glue")]
    public ImmutableArray<string> GlueDatabases { get; init; } = [];

    /// <summary>
    /// The user profiles of Studio that <c>runStudioApps</c> and <c>useCanvas</c> work as, each <c>DOMAIN/NAME</c> as its ARN ends. Who has
    /// several reaches the private spaces of each of them. Default: none; needed with those activities.
    /// </summary>
    [Format<StudioUserProfile>, NotEmpty, ListOf("user profiles of Studio")]
    public ImmutableArray<string> StudioUserProfiles { get; init; } = [];

    /// <summary>
    /// The HyperPod clusters that <c>useHyperPod</c> and <c>manageHyperPod</c> are allowed on, by the ids that end their ARNs, which are
    /// random. Default: none; needed with <c>useHyperPod</c>.
    /// </summary>
    [Format<HyperPodCluster>, NotEmpty, ListOf("ids of HyperPod clusters")]
    public ImmutableArray<string> HyperPodClusters { get; init; } = [];

    /// <summary>
    /// The clusters of EKS that orchestrate HyperPod clusters. <c>useHyperPod</c> looks them up, and <c>manageHyperPod</c> lets principals
    /// into them as well. Default: none, Slurm orchestrates.
    /// </summary>
    [Format<EksCluster>, NotEmpty, ListOf("names of clusters of EKS")]
    public ImmutableArray<string> EksClusters { get; init; } = [];

    /// <summary>
    /// The partner AI apps that <c>usePartnerApps</c> is allowed on, by the ids that end their ARNs, which are random.
    /// Default: none; needed with that activity.
    /// </summary>
    [Format<PartnerAppId>, NotEmpty, ListOf("ids of partner AI apps")]
    public ImmutableArray<string> PartnerApps { get; init; } = [];

    /// <summary>
    /// Whether the names of all buckets of the account may be listed, which MLflow does where it is given no bucket. Default: false.
    /// </summary>
    public bool ListBuckets { get; init; }
}
