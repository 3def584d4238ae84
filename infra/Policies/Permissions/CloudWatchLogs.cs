using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Permissions;

/// <summary>What an execution role needs to write the logs of its jobs, endpoints and notebooks.</summary>
/// <remarks>
/// SageMaker AI Developer Guide, "How to use SageMaker AI execution roles", CreateTrainingJob API, which asks for these on everything. The
/// streams are not bound to names: a role has no prefix, since its jobs are named by whoever passes it, and AWS's own policies name the log
/// groups alone (AmazonSageMakerCanvasFullAccess, AmazonSageMakerJobFullAccess).
/// </remarks>
internal static class CloudWatchLogs
{
    public static IEnumerable<Statement> Statements(AwsAccount account)
    {
        yield return new Statement
        {
            Sid = "Logs",
            Actions = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            // The log groups that SageMaker makes, and the streams in them: the wildcard takes in ":log-stream:…".
            Resources = [account.Regional("logs", "log-group:/aws/sagemaker/*")],
        };
    }
}
