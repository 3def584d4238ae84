namespace SageMakerIam.Settings.Formats;

/// <summary>The id of a HyperPod cluster.</summary>
/// <remarks>SageMaker API Reference, DescribeCluster, ClusterArn.</remarks>
internal sealed class HyperPodCluster : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the id of a HyperPod cluster, twelve lower-case letters and digits, which ends its ARN";

    /// <inheritdoc/>
    public override string Pattern => "[a-z0-9]{12}";
}
