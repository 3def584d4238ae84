using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Controls;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies;

/// <summary>What a PassRole grant allows: passing the roles to the services, and what it names of SageMaker, S3 and ECR.</summary>
internal static class PassRoleGrantPolicy
{
    /// <param name="grant">The settings of the grant.</param>
    /// <param name="executionRoleArns">The ARNs of its execution roles, in the order of the settings.</param>
    /// <param name="account">The account and region of the execution roles.</param>
    public static ImmutableArray<Statement> Statements(
        PassRoleGrantSettings grant, ImmutableArray<string> executionRoleArns, AwsAccount account)
    {
        ImmutableArray<Statement> statements =
        [
            .. PassRole.Statements(executionRoleArns, grant.Services),
            .. PassRole.LookUp(executionRoleArns),
            .. Repetition.Removed(
            [
                .. grant.Activities.SelectMany(activity => activity.Statements(ActivityScope.Of(grant, account))),
                .. S3Access.Statements(grant.Buckets, grant, account),
                .. EcrAccess.Statements(grant.Repositories, account),
                .. KmsKeys.OfCaller(grant.KmsKeys, account),
            ]),
        ];
        return [.. statements, .. LaunchControls.Statements(grant, statements)];
    }
}
