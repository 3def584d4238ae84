using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>A namespace of CloudWatch metrics.</summary>
internal sealed class NamespaceKind : ParameterKind
{
    public override string Word => "namespace";

    public override string Expected => "a namespace of metrics";

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("namespace") { Strangers = (_, _, _) => ["SomeoneElses", "AWS/SageMaker"] }];

    public override ResourceUse? UseOf(AccessRequest request) => request.Action == "cloudwatch:PutMetricData"
        ? new($"metrics in {request.Context.GetValueOrDefault("cloudwatch:namespace")}", "writes")
        : null;
}
