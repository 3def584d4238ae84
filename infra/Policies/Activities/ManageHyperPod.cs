using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Make HyperPod clusters; change, repair and delete those of <c>hyperPodClusters</c>; let principals into the clusters of
/// <c>eksClusters</c>.
/// </summary>
/// <remarks>SageMaker AI Developer Guide, "AWS Identity and Access Management for SageMaker HyperPod", cluster admin users.</remarks>
internal sealed record ManageHyperPod : MLActivity
{
    private const string Service = "hyperpod.sagemaker.amazonaws.com";

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        // SageMaker gives a cluster its id.
        ImmutableArray<string> clusters = [scope.Account.Regional("sagemaker", "cluster/*")];
        yield return new Statement
        {
            Sid = "CreateClusters",
            Actions = ["sagemaker:CreateCluster"],
            Resources = clusters,
        };
        yield return SageMakerTags.WhenCreated("ClusterTags", clusters, "CreateCluster");
        if (!scope.HyperPodClusters.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "ManageClusters",
                Actions =
                [
                    .. SageMakerTags.Actions, .. HyperPodClusters.Reads,
                    "sagemaker:BatchAddClusterNodes", "sagemaker:BatchDeleteClusterNodes", "sagemaker:BatchRebootClusterNodes",
                    "sagemaker:BatchReplaceClusterNodes", "sagemaker:DeleteCluster", "sagemaker:StartClusterHealthCheck",
                    "sagemaker:UpdateCluster", "sagemaker:UpdateClusterSoftware",
                ],
                Resources = HyperPodClusters.Of(scope),
            };
        }

        foreach (var statement in HyperPodClusters.LookUps(scope))
        {
            yield return statement;
        }

        if (!scope.EksClusters.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "EksAccess",
                // HyperPod lets its cluster's role into the cluster of EKS, in the caller's name. These let anybody into it.
                Actions =
                [
                    "eks:AssociateAccessPolicy", "eks:CreateAccessEntry", "eks:DeleteAccessEntry", "eks:DescribeAccessEntry",
                ],
                Resources =
                [
                    .. from name in scope.EksClusters
                    from resource in (string[])[$"access-entry/{name}/*", $"cluster/{name}"]
                    select scope.Account.Regional("eks", resource),
                ],
            };
        }

        yield return new Statement
        {
            Sid = "HyperPodServiceRole",
            Actions = ["iam:CreateServiceLinkedRole"],
            Resources = [scope.Account.Global("iam", $"role/aws-service-role/{Service}/AWSServiceRoleForSageMakerHyperPod")],
            Conditions = [Condition.StringEquals("iam:AWSServiceName", Service)],
        };
    }
}
