using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies;

/// <summary>All that an execution role may do.</summary>
internal static class ExecutionRolePolicy
{
    /// <param name="role">The settings of the role.</param>
    /// <param name="roleArn">The role's own ARN.</param>
    /// <param name="account">The account and region that it is in.</param>
    public static ImmutableArray<Statement> Statements(ExecutionRoleSettings role, string roleArn, AwsAccount account) =>
    [
        .. Repetition.Removed(
        [
            .. S3Access.Statements(role.Buckets, account),
            .. EcrAccess.Statements(role.Repositories, account),
            .. role.TrustedServices.Contains(TrustedService.SageMaker) ? CloudWatchLogs.Statements(account) : [],
            .. CloudWatchMetrics.Statements(role.MetricNamespaces),
            .. KmsKeys.Statements(role.KmsKeys),
            .. Secrets.Statements(role.Secrets, account),
            .. role.Vpc is { } vpc ? VpcAccess.Statements(vpc, account) : [],
            .. role.Activities.SelectMany(activity => activity.Statements(role.ResourcePrefixes, account)),
        ]),
        // Code that launches SageMaker work as this role gives that work this same role, so that it can grow no further.
        .. role.Activities.IsEmpty ? [] : PassRole.Statements([roleArn], [TrustedService.SageMaker]),
        // The SageMaker SDK, in a notebook or a job, looks up the role that it runs as.
        .. PassRole.LookUp([roleArn]),
    ];
}
