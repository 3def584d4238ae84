using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The ARN of a topic of SNS.</summary>
internal sealed class TopicKind : ParameterKind
{
    public override string Word => "topic";

    public override string Expected => "the ARN of a topic of SNS";

    public override string Sample => "arn:aws:sns:us-east-1:123456789012:done";

    public override string Pattern => "arn:.*";

    public override ImmutableArray<string> JsonTypes => ["string"];

    // The nearest are longer or shorter by a letter.
    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("topic") { Strangers = (value, _, _) => [$"{value}2", value[..^1]] }];

    public override ResourceUse? UseOf(AccessRequest request) =>
        request.Action == "sns:Publish" ? new($"topic {request.On.Split(':')[^1]}", "publishes to") : null;
}
