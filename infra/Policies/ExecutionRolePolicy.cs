using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Activities;
using SageMakerIam.Policies.Controls;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Policies.Permissions.Served;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies;

/// <summary>All that an execution role may do.</summary>
internal static class ExecutionRolePolicy
{
    /// <param name="key">The role's key in the settings.</param>
    /// <param name="role">The settings of the role.</param>
    /// <param name="roleArn">The role's own ARN.</param>
    /// <param name="passedArns">The ARNs of the other roles that it passes, in the order of the settings.</param>
    /// <param name="account">The account and region that it is in.</param>
    public static ImmutableArray<Statement> Statements(
        string key, ExecutionRoleSettings role, string roleArn, ImmutableArray<string> passedArns, AwsAccount account)
    {
        ImmutableArray<Statement> statements =
        [
            .. Repetition.Removed(
            [
                .. S3Access.Statements(role.Buckets, role, account),
                .. EcrAccess.Statements(role.Repositories, account),
                .. role.TrustedServices.Contains(TrustedService.SageMaker) ? CloudWatchLogs.Statements(account) : [],
                .. CloudWatchMetrics.Statements(role.MetricNamespaces),
                .. KmsKeys.Statements(role.KmsKeys),
                .. Secrets.Statements(role.Secrets, role.SecretKmsKeys, account),
                .. role.Vpc is { } vpc ? VpcAccess.Statements(vpc, account) : [],
                .. Messages.Statements(role.Topics, role.Functions, role.Queues),
                .. RollbackAlarms.Statements(role.Alarms, account),
                .. ServedFeatures.Statements(role, account),
                .. role.Activities.SelectMany(activity => activity.Statements(Scope(role, activity, account))),
            ]),
            // Code that launches SageMaker work as this role gives that work this same role, unless the settings say another, so that it
            // can grow no further.
            .. PassRole.Statements(
                role.PassesItself(key) ? [roleArn, .. passedArns] : passedArns, role.PassesTo.Intersect(role.TrustedServices)),
            // The SageMaker SDK, in a notebook or a job, looks up the role that it runs as, and those that it passes.
            .. PassRole.LookUp([roleArn, .. passedArns]),
        ];
        return [.. statements, .. LaunchControls.Statements(role, statements)];
    }

    // The pipelines themselves are named by their owner, their steps by SageMaker: pipelines-EXECUTION-STEP-RANDOM.
    private static ActivityScope Scope(ExecutionRoleSettings role, MLActivity activity, AwsAccount account)
    {
        var scope = ActivityScope.Of(role, account);
        return role.PipelineSteps && activity is not ManagePipelines
            ? scope with { ResourcePrefixes = [.. role.ResourcePrefixes, "pipelines-"] }
            : scope;
    }
}
