using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Controls;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies;

/// <summary>All that a deployer may do.</summary>
internal static class DeployerPolicy
{
    /// <param name="deployer">The settings of the deployer.</param>
    /// <param name="executionRoles">Its execution roles, in the order of the settings.</param>
    /// <param name="account">The account and region that it works in.</param>
    public static ImmutableArray<Statement> Statements(
        DeployerSettings deployer, ImmutableArray<PassedRole> executionRoles, AwsAccount account)
    {
        ImmutableArray<Statement> statements =
        [
            .. PassRole.ByTrust(deployer, executionRoles),
            .. PassRole.LookUp([.. executionRoles.Select(role => role.Arn)]),
            .. Repetition.Removed(
            [
                .. deployer.Activities.SelectMany(activity => activity.Statements(ActivityScope.Of(deployer, account))),
                .. S3Access.Statements(deployer.Buckets, deployer, account),
                .. EcrAccess.Statements(deployer.Repositories, account),
                .. KmsKeys.OfCaller(deployer.KmsKeys, account),
            ]),
        ];
        var limits = DeployerLimits.Conditions(deployer);
        return
        [
            .. limits.IsEmpty
                ? statements
                : statements.Select(statement => statement with { Conditions = [.. statement.Conditions, .. limits] }),
            .. LaunchControls.Statements(deployer, statements),
        ];
    }
}
