using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Permissions;

/// <summary>What the work of a role tells others: topics, functions and queues, each by its ARN.</summary>
/// <remarks>
/// SageMaker AI Developer Guide, "Asynchronous inference", prerequisites, and "Pipelines steps", Lambda and callback steps;
/// Service Authorization Reference, Amazon SNS, AWS Lambda, Amazon SQS.
/// </remarks>
internal static class Messages
{
    public static IEnumerable<Statement> Statements(
        ImmutableArray<string> topicArns, ImmutableArray<string> functionArns, ImmutableArray<string> queueArns)
    {
        IEnumerable<(string Sid, string Action, ImmutableArray<string> Arns)> permissions =
        [
            ("PublishToTopics", "sns:Publish", topicArns),
            ("InvokeFunctions", "lambda:InvokeFunction", functionArns),
            ("SendToQueues", "sqs:SendMessage", queueArns),
        ];
        return permissions.Where(permission => !permission.Arns.IsEmpty)
            .Select(permission => new Statement { Sid = permission.Sid, Actions = [permission.Action], Resources = permission.Arns });
    }
}
