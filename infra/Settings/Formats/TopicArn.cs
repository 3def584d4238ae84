namespace SageMakerIam.Settings.Formats;

/// <summary>The ARN of a topic of SNS.</summary>
/// <remarks>Amazon SNS Developer Guide, "Amazon SNS topic names".</remarks>
internal sealed class TopicArn : RegionalArnFormat
{
    /// <inheritdoc/>
    public override string Allowed => "the ARN of a topic, 'arn:aws:sns:REGION:ACCOUNT:NAME'";

    /// <inheritdoc/>
    public override string Pattern => $@"{AnyPartition}:sns:{Region}:{Account}:[A-Za-z0-9_-]{{1,256}}(?:\.fifo)?";
}
