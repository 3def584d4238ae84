namespace Proof.Parameters.Kinds;

/// <summary>The ARN of a topic of SNS.</summary>
internal sealed class TopicKind() : ArnKind("topic", "sns:Publish", "publishes to")
{
    public override string Expected => "the ARN of a topic of SNS";

    public override string Sample => "arn:aws:sns:us-east-1:123456789012:done";
}
