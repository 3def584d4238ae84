using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies;

/// <summary>
/// From where, and how signed in, a deployer may work: conditions on each of its statements. They allow what has the
/// right key, rather than deny what has the wrong one, so that a request without the key is denied.
/// </summary>
/// <remarks>IAM User Guide, "AWS global condition context keys", aws:MultiFactorAuthPresent and aws:SourceIp.</remarks>
internal static class DeployerLimits
{
    private static readonly ImmutableArray<Condition> None = [];

    /// <summary>The conditions; none if the deployer is not limited.</summary>
    public static ImmutableArray<Condition> Conditions(DeployerSettings deployer) =>
    [
        .. deployer.RequireMfa ? None.Add(Condition.True("aws:MultiFactorAuthPresent")) : None,
        .. deployer.SourceIpRanges.IsEmpty ? None : None.Add(Condition.IpAddress("aws:SourceIp", deployer.SourceIpRanges)),
    ];
}
