using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The ARN of a Lambda function.</summary>
internal sealed class FunctionKind : ParameterKind
{
    public override string Word => "function";

    public override string Expected => "the ARN of a Lambda function";

    public override string Sample => "arn:aws:lambda:us-east-1:123456789012:function:check";

    public override string Pattern => "arn:.*";

    public override ImmutableArray<string> JsonTypes => ["string"];

    // The nearest are longer or shorter by a letter.
    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("function") { Strangers = (value, _, _) => [$"{value}2", value[..^1]] }];

    public override ResourceUse? UseOf(AccessRequest request) =>
        request.Action == "lambda:InvokeFunction" ? new($"function {request.On.Split(':')[^1]}", "calls") : null;
}
