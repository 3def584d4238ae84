namespace SageMakerIam.Settings.Formats;

/// <summary>The ARN of a queue of SQS.</summary>
/// <remarks>Amazon SQS Developer Guide, "Amazon SQS standard queue names".</remarks>
internal sealed class QueueArn : RegionalArnFormat
{
    /// <inheritdoc/>
    public override string Allowed => "the ARN of a queue, 'arn:aws:sqs:REGION:ACCOUNT:NAME'";

    /// <inheritdoc/>
    public override string Pattern => $@"{AnyPartition}:sqs:{Region}:{Account}:[A-Za-z0-9_-]{{1,80}}(?:\.fifo)?";
}
