using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// The reading of logs that SageMaker writes. Jobs and notebooks share a log group, in which the names of the streams
/// begin with the name of the job or notebook; an endpoint has a log group of its own.
/// </summary>
/// <remarks>SageMaker AI Developer Guide, "CloudWatch Logs for Amazon SageMaker AI".</remarks>
internal static class SageMakerLogs
{
    /// <summary>The reading of the streams whose names begin with the prefix, in log groups that all share.</summary>
    public static IEnumerable<Statement> OfStreams(
        string sid, ImmutableArray<string> groups, ImmutableArray<string> resourcePrefixes, AwsAccount account)
    {
        yield return new Statement
        {
            Sid = sid,
            Actions = ["logs:GetLogEvents"],
            Resources =
            [
                .. from prefix in resourcePrefixes
                from @group in groups
                select account.Regional("logs", $"log-group:/aws/sagemaker/{@group}:log-stream:{prefix}*"),
            ],
        };
        yield return new Statement
        {
            Sid = $"{sid}Streams",
            Actions = ["logs:DescribeLogStreams"],
            // The names of all streams of the group, but nothing of what is in them.
            // The wildcard: AWS checks this action against the group's ARN with ":log-stream:" behind it.
            Resources = [.. groups.Select(group => account.Regional("logs", $"log-group:/aws/sagemaker/{group}:*"))],
        };
    }

    /// <summary>The reading of the log groups whose names begin with one of the prefixes.</summary>
    public static Statement OfGroups(string sid, string group, ImmutableArray<string> resourcePrefixes, AwsAccount account) => new()
    {
        Sid = sid,
        Actions = ["logs:DescribeLogStreams", "logs:GetLogEvents"],
        Resources = [.. resourcePrefixes.Select(prefix => account.Regional("logs", $"log-group:/aws/sagemaker/{group}/{prefix}*"))],
    };
}
