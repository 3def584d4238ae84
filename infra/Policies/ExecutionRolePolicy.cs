using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Activities;
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
        .. S3Access.Statements(role.Buckets, account),
        .. EcrAccess.Statements(role.Repositories, account),
        .. role.TrustedServices.Contains(TrustedService.SageMaker) ? CloudWatchLogs.Statements(account) : [],
        .. CloudWatchMetrics.Statements(role.MetricNamespaces),
        .. KmsKeys.Statements(role.KmsKeys),
        .. Secrets.Statements(role.Secrets, account),
        .. role.Vpc is { } vpc ? VpcAccess.Statements(vpc, account) : [],
        .. role.Activities
            .SelectMany(activity => MLActivities.Statements(activity, role.ResourcePrefixes, account))
            .Select(WithoutListOfStreams)
            .Where(statement => !statement.Actions.IsEmpty),
        // Code that launches SageMaker work as this role gives that work this same role, so that it can grow no further.
        .. role.Activities.IsEmpty ? [] : PassRole.Statements([roleArn], [TrustedService.SageMaker]),
        .. role.Activities.IsEmpty ? [] : PassRole.LookUp([roleArn]),
    ];

    // To write its logs, the role lists the streams of all of SageMaker's log groups already.
    private static Statement WithoutListOfStreams(Statement statement) =>
        statement with { Actions = statement.Actions.Remove("logs:DescribeLogStreams") };
}
