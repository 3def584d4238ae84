using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>A namespace of CloudWatch metrics.</summary>
internal sealed class NamespaceKind : ParameterKind
{
    public override string Word => "namespace";

    public override string Expected => "a namespace of metrics; with a slash at its end, every one under it";

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("namespace") { Strangers = (value, _) => ["SomeoneElses", "AWS/SageMaker", null, .. Nearest.OfFolderOrName(value)] }];

    public override string Fill(string value, Place place, string? part) => value.EndsWith('/') ? $"{value}any-namespace" : value;

    public override ResourceUse? UseOf(AccessRequest request) => request.Action == "cloudwatch:PutMetricData"
        ? new($"metrics in {request.Context.GetValueOrDefault("cloudwatch:namespace")}", "writes")
        : null;
}
