namespace SageMakerIam.Settings.Formats;

/// <summary>The name of a cluster of Amazon EKS.</summary>
/// <remarks>Amazon EKS API Reference, CreateCluster, name.</remarks>
internal sealed class EksCluster : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the name of a cluster of EKS: at most 100 letters, digits, '-' and '_'";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9][A-Za-z0-9_-]{0,99}";
}
