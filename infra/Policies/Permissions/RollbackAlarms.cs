using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Permissions;

/// <summary>What SageMaker needs of the role of an endpoint's model to watch the alarms that roll a deployment back.</summary>
/// <remarks>
/// SageMaker AI Developer Guide, "Deployment guardrails", auto-rollback configuration; Service Authorization Reference,
/// cloudwatch:DescribeAlarms.
/// </remarks>
internal static class RollbackAlarms
{
    /// <param name="names">The names of the alarms.</param>
    /// <param name="account">The account and region that they are in.</param>
    public static IEnumerable<Statement> Statements(ImmutableArray<string> names, AwsAccount account)
    {
        if (!names.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "RollbackAlarms",
                Actions = ["cloudwatch:DescribeAlarms"],
                Resources = [.. names.Select(name => account.Regional("cloudwatch", $"alarm:{name}"))],
            };
        }
    }
}
