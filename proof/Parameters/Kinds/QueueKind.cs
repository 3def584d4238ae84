namespace Proof.Parameters.Kinds;

/// <summary>The ARN of a queue of SQS.</summary>
internal sealed class QueueKind() : ArnKind("queue", "sqs:SendMessage", "sends to")
{
    public override string Expected => "the ARN of a queue of SQS";

    public override string Sample => "arn:aws:sqs:us-east-1:123456789012:approve";
}
