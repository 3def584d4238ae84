using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The instance types that something is launched on.</summary>
internal sealed class InstanceTypeKind : ParameterKind
{
    private const string SomeoneElses = "ml.someone-elses.48xlarge";

    public override string Word => "instanceType";

    public override string Expected => "an instance type of SageMaker, or a list of some";

    public override string Sample => "ml.m5.xlarge";

    public override string Pattern => $@"ml\.{Plain}+";

    public override bool IsList => true;

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("instance type") { Strangers = (value, _) => [SomeoneElses, $"{value},{SomeoneElses}", null] }];
}
