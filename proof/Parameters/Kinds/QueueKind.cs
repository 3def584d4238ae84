using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The ARN of a queue of SQS.</summary>
internal sealed class QueueKind : ParameterKind
{
    public override string Word => "queue";

    public override string Expected => "the ARN of a queue of SQS";

    public override string Sample => "arn:aws:sqs:us-east-1:123456789012:approve";

    public override string Pattern => "arn:.*";

    public override ImmutableArray<string> JsonTypes => ["string"];

    // The nearest are longer or shorter by a letter.
    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("queue") { Strangers = (value, _, _) => [$"{value}2", value[..^1]] }];

    public override ResourceUse? UseOf(AccessRequest request) =>
        request.Action == "sqs:SendMessage" ? new($"queue {request.On.Split(':')[^1]}", "sends to") : null;
}
