using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The id of a security group.</summary>
internal sealed class SecurityGroupKind : ParameterKind
{
    public override string Word => "securityGroup";

    public override string Expected => "the id of a security group";

    public override string Sample => "sg-0123456789abcdef0";

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("security group") { Strangers = (value, _) => ["sg-00000000000000000", .. Nearest.Of(value)] }];
}
