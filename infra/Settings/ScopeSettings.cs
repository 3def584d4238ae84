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
    /// The databases of AWS Glue whose tables <c>queryAthena</c> reads and <c>manageGlueTables</c> changes; those of Feature Store are in
    /// <c>sagemaker_featurestore</c>. Default: none.
    /// </summary>
    [Format<GlueDatabase>, ListOf("databases of AWS Glue")]
    public ImmutableArray<string> GlueDatabases { get; init; } = [];

    /// <summary>
    /// Whether the names of all buckets of the account may be listed, which MLflow does where it is given no bucket. Default: false.
    /// </summary>
    public bool ListBuckets { get; init; }
}
