using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The id of a subnet.</summary>
internal sealed class SubnetKind : ParameterKind
{
    public override string Word => "subnet";

    public override string Expected => "the id of a subnet";

    public override string Sample => "subnet-0123456789abcdef0";

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("subnet") { Strangers = (value, _) => ["subnet-00000000000000000", .. Nearest.Of(value)], Keys = ["ec2:Subnet"] }];

    public override ResourceUse? UseOf(AccessRequest request) =>
        request.Action == "ec2:CreateNetworkInterface" && request.On.Contains(":subnet/", StringComparison.Ordinal)
            ? new(request.LastOfResource, "attaches to")
            : null;
}
