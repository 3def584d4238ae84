using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The id of an AWS organization.</summary>
internal sealed class OrganizationKind : ParameterKind
{
    public override string Word => "organization";

    public override string Expected => "the id of an AWS organization, o-…";

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("organization") { Strangers = (value, _) => ["o-someoneelses", null, .. Nearest.Of(value)] }];
}
