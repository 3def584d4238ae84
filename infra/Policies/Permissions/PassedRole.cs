using System.Collections.Immutable;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Permissions;

/// <summary>An execution role that a principal passes.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Trusts">The services that may assume it.</param>
internal sealed record PassedRole(string Arn, ImmutableArray<TrustedService> Trusts)
{
    /// <summary>The execution roles of a deployer.</summary>
    /// <param name="deployer">The deployer.</param>
    /// <param name="arns">Their ARNs, in the order of the settings.</param>
    /// <param name="roles">All execution roles of the stack.</param>
    public static ImmutableArray<PassedRole> Of(
        DeployerSettings deployer, ImmutableArray<string> arns, ImmutableSortedDictionary<string, ExecutionRoleSettings> roles) =>
        [.. deployer.ExecutionRoles.Zip(arns, (key, arn) => new PassedRole(arn, roles[key].TrustedServices))];
}
