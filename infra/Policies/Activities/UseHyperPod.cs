using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Look up the HyperPod clusters of <c>hyperPodClusters</c> with their nodes and events, and the clusters of <c>eksClusters</c>, in which
/// Kubernetes says what who works there may do.
/// </summary>
/// <remarks>SageMaker AI Developer Guide, "AWS Identity and Access Management for SageMaker HyperPod", data scientist users.</remarks>
internal sealed record UseHyperPod : MLActivity
{
    /// <inheritdoc/>
    public override string Needs => "hyperPodClusters";

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope) =>
    [
        // No session on a node of a Slurm cluster: AWS documents ssm:StartSession on any resource alone, and with that it opens every
        // instance of the account.
        new Statement { Sid = "UseHyperPod", Actions = HyperPodClusters.Reads, Resources = HyperPodClusters.Of(scope) },
        .. HyperPodClusters.LookUps(scope),
    ];
}
