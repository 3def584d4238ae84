using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// The reading of logs that SageMaker writes. Jobs and notebooks share a log group, in which the names of the streams
/// begin with the name of the job or notebook; an endpoint has a log group of its own, and so has an inference component on one.
/// </summary>
/// <remarks>SageMaker AI Developer Guide, "CloudWatch Logs for Amazon SageMaker AI".</remarks>
internal static class SageMakerLogs
{
    private static readonly ImmutableDictionary<string, string> Groups = new Dictionary<string, string>
    {
        ["labeling-job"] = "LabelingJobs",
        ["notebook-instance"] = "NotebookInstances",
        ["processing-job"] = "ProcessingJobs",
        ["training-job"] = "TrainingJobs",
        ["transform-job"] = "TransformJobs",
    }.ToImmutableDictionary();

    /// <summary>The reading of the streams of jobs and notebooks of some types.</summary>
    /// <param name="sid">The statements' id.</param>
    /// <param name="types">The resource types, <c>training-job</c> say.</param>
    /// <param name="scope">Which ones.</param>
    public static IEnumerable<Statement> OfStreams(string sid, ImmutableArray<string> types, ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = sid,
            Actions = ["logs:GetLogEvents"],
            Resources =
            [
                .. from type in types
                from prefix in scope.Prefixes(type)
                select scope.Account.Regional("logs", $"log-group:/aws/sagemaker/{Groups[type]}:log-stream:{prefix}*"),
            ],
        };
        yield return new Statement
        {
            Sid = $"{sid}Streams",
            Actions = ["logs:DescribeLogStreams"],
            // The names of all streams of the group, but nothing of what is in them.
            // The wildcard: AWS checks this action against the group's ARN with ":log-stream:" behind it.
            Resources = [.. types.Select(type => scope.Account.Regional("logs", $"log-group:/aws/sagemaker/{Groups[type]}:*"))],
        };
    }

    /// <summary>The reading of the log groups of endpoints, and of inference components.</summary>
    /// <param name="sid">The statement's id.</param>
    /// <param name="scope">Which ones.</param>
    public static Statement OfEndpoints(string sid, ActivityScope scope) => new()
    {
        Sid = sid,
        Actions = ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents"],
        Resources =
        [
            .. from of in ((string Type, string Group)[])[("endpoint", "Endpoints"), ("inference-component", "InferenceComponents")]
               from prefix in scope.Prefixes(of.Type)
               select scope.Account.Regional("logs", $"log-group:/aws/sagemaker/{of.Group}/{prefix}*"),
        ],
    };
}
