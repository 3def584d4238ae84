using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Permissions;

/// <summary>What an execution role needs to publish metrics.</summary>
/// <remarks>Amazon CloudWatch User Guide, "Using condition keys to limit access to CloudWatch namespaces".</remarks>
internal static class CloudWatchMetrics
{
    /// <summary>The statements for these namespaces, in which <c>*</c> is a wildcard.</summary>
    public static IEnumerable<Statement> Statements(ImmutableArray<string> namespaces)
    {
        if (!namespaces.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "Metrics",
                Actions = ["cloudwatch:PutMetricData"],
                // A metric has no ARN; its namespace is what tells one owner's metrics from another's.
                Resources = ["*"],
                Conditions = [Condition.StringLike("cloudwatch:namespace", namespaces)],
            };
        }
    }
}
