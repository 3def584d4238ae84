using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings;

/// <summary>What the activities of a principal are allowed on.</summary>
/// <param name="Account">The account and region.</param>
/// <param name="ResourcePrefixes">The beginnings of the names of its SageMaker resources, whatever their type.</param>
internal sealed record ActivityScope(AwsAccount Account, ImmutableArray<string> ResourcePrefixes)
{
    /// <summary>The clients whose names are its own as well. Default: none.</summary>
    public ImmutableArray<ClientDefaults> Clients { get; init; } = [];

    /// <summary>The other accounts whose model registries it works with, by number. Default: none.</summary>
    public ImmutableArray<string> RegistryAccounts { get; init; } = [];

    /// <summary>
    /// Whether it says whom groups of its models let in: who may not approve a version could let in somebody who does, the role of a job of
    /// its own say. Default: true.
    /// </summary>
    public bool SharesModels { get; init; } = true;

    /// <summary>The ids of its MLflow Apps. Default: none.</summary>
    public ImmutableArray<string> MlflowApps { get; init; } = [];

    /// <summary>Its workgroups of Athena. Default: none.</summary>
    public ImmutableArray<string> AthenaWorkgroups { get; init; } = [];

    /// <summary>Its databases of AWS Glue. Default: none.</summary>
    public ImmutableArray<string> GlueDatabases { get; init; } = [];

    /// <summary>Its user profiles of Studio, each <c>DOMAIN/NAME</c>. Default: none.</summary>
    public ImmutableArray<string> StudioUserProfiles { get; init; } = [];

    /// <summary>The ids of its HyperPod clusters. Default: none.</summary>
    public ImmutableArray<string> HyperPodClusters { get; init; } = [];

    /// <summary>Its clusters of EKS. Default: none.</summary>
    public ImmutableArray<string> EksClusters { get; init; } = [];

    /// <summary>The ids of its partner AI apps. Default: none.</summary>
    public ImmutableArray<string> PartnerApps { get; init; } = [];

    /// <summary>The domains of its user profiles of Studio.</summary>
    public ImmutableArray<string> StudioDomains => [.. StudioUserProfiles.Select(profile => profile.Split('/')[0]).Distinct()];

    /// <summary>The ARNs of its user profiles of Studio.</summary>
    public ImmutableArray<string> StudioUserProfileArns =>
        [.. StudioUserProfiles.Select(profile => Account.Regional("sagemaker", $"user-profile/{profile}"))];

    /// <summary>The scope of a principal's settings.</summary>
    public static ActivityScope Of(ScopeSettings settings, AwsAccount account) => new(account, settings.ResourcePrefixes)
    {
        Clients = settings.ClientDefaults,
        RegistryAccounts = settings.RegistryAccounts,
        SharesModels = settings is not IControlled { Guardrails.ModelApproval: false },
        MlflowApps = settings.MlflowApps,
        AthenaWorkgroups = settings.AthenaWorkgroups,
        GlueDatabases = settings.GlueDatabases,
        StudioUserProfiles = settings.StudioUserProfiles,
        HyperPodClusters = settings.HyperPodClusters,
        EksClusters = settings.EksClusters,
        PartnerApps = settings.PartnerApps,
    };

    /// <summary>The beginnings of the names of its SageMaker resources of one type.</summary>
    /// <param name="type">The resource type, <c>training-job</c> say.</param>
    public ImmutableArray<string> Prefixes(string type) =>
        [.. ResourcePrefixes, .. Clients.SelectMany(client => ClientNames.Of(client, type)).Except(ResourcePrefixes)];

    /// <summary>The ARNs of its SageMaker resources of some types.</summary>
    /// <param name="types">The resource types, <c>training-job</c> say.</param>
    public ImmutableArray<string> SageMaker(params IEnumerable<string> types) =>
        [.. types.SelectMany(type => Account.SageMaker(type, Prefixes(type)))];
}
