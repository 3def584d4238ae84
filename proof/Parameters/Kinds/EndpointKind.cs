using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The id of the VPC endpoint that a request comes through.</summary>
internal sealed class EndpointKind : ParameterKind
{
    public override string Word => "endpoint";

    public override string Expected => "the id of a VPC endpoint, or {OUTPUT.NAME} where the stack makes it";

    public override string Sample => "vpce-0123456789abcdef0";

    public override string Pattern => @"vpce-[0-9a-f]+|\{[A-Za-z]\w*\.[^{}]+\}";

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("endpoint") { Strangers = (value, _) => ["vpce-00000000000000000", .. Nearest.Of(value), null] }];
}
