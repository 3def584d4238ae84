using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>What those who use HyperPod clusters and those who manage them both do: look them up.</summary>
/// <remarks>SageMaker AI Developer Guide, "AWS Identity and Access Management for SageMaker HyperPod".</remarks>
internal static class HyperPodClusters
{
    /// <summary>The actions on a cluster.</summary>
    public static ImmutableArray<string> Reads { get; } =
    [
        "sagemaker:DescribeCluster", "sagemaker:DescribeClusterEvent", "sagemaker:DescribeClusterNode", "sagemaker:ListClusterEvents",
        "sagemaker:ListClusterNodes",
    ];

    /// <summary>The ARNs of the named clusters, whose ids are random.</summary>
    public static ImmutableArray<string> Of(ActivityScope scope) =>
        [.. scope.HyperPodClusters.Select(id => scope.Account.Regional("sagemaker", $"cluster/{id}"))];

    /// <summary>The statements that list all clusters, and look up those of EKS.</summary>
    public static IEnumerable<Statement> LookUps(ActivityScope scope)
    {
        yield return new Statement { Sid = "ListClusters", Actions = ["sagemaker:ListClusters"], Resources = ["*"] };
        if (!scope.EksClusters.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "LookUpEks",
                Actions = ["eks:DescribeCluster"],
                Resources = [.. scope.EksClusters.Select(name => scope.Account.Regional("eks", $"cluster/{name}"))],
            };
        }
    }
}
