using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>Whether the network of what is launched is isolated, which it is not unless it is said.</summary>
internal sealed class IsolationKind : ParameterKind
{
    public override string Word => "isolation";

    public override string Expected => "true or false";

    public override string Sample => "true";

    public override string Pattern => "true|false";

    public override ImmutableArray<string> JsonTypes => ["string", "boolean"];

    public override ImmutableArray<Exchange> Exchanges { get; } = [new("isolation") { Strangers = (_, _) => ["false", null] }];
}
