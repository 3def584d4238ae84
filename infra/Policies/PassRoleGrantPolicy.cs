using System.Collections.Immutable;
using SageMakerIam.Policies.Packing;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies;

/// <summary>What a PassRole grant adds to its principal: the right to pass the roles, and nothing else.</summary>
public static class PassRoleGrantPolicy
{
    /// <summary>The statements.</summary>
    /// <param name="grant">The settings of the grant.</param>
    /// <param name="executionRoleArns">The ARNs of its execution roles, in the order of the settings.</param>
    public static ImmutableArray<Statement> Statements(PassRoleGrantSettings grant, ImmutableArray<string> executionRoleArns)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return [.. PassRole.Statements(executionRoleArns, grant.Services)];
    }

    /// <summary>Lays the statements out in policies.</summary>
    /// <remarks>What else its principal holds is not known here: IAM has the last word.</remarks>
    /// <exception cref="PolicyTooLargeException">The statements do not fit.</exception>
    public static PolicyLayout Layout(PassRoleGrantSettings grant, AwsAccount account)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var principal = grant.Principal.Resource.StartsWith("user/", StringComparison.Ordinal) ? PolicyQuota.User : PolicyQuota.Role;
        return PolicyLayout.Of(Statements(grant, [.. grant.ExecutionRoles.Select(_ => LongestRoleArn.In(account))]), principal);
    }
}
