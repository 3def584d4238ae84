using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>Whether a notebook instance gives root access, which it does unless it is said.</summary>
internal sealed class RootAccessKind : ParameterKind
{
    public override string Word => "rootAccess";

    public override string Expected => "Enabled or Disabled";

    public override string Sample => "Disabled";

    public override string Pattern => "Enabled|Disabled";

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override ImmutableArray<Exchange> Exchanges { get; } = [new("root access") { Strangers = (_, _) => ["Enabled", null] }];
}
