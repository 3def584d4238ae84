using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>Whether a notebook instance reaches the internet past its VPC, which it does unless it is said.</summary>
internal sealed class InternetAccessKind : ParameterKind
{
    public override string Word => "internetAccess";

    public override string Expected => "Enabled or Disabled";

    public override string Sample => "Disabled";

    public override string Pattern => "Enabled|Disabled";

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override ImmutableArray<Exchange> Exchanges { get; } = [new("internet access") { Strangers = (_, _) => ["Enabled", null] }];
}
