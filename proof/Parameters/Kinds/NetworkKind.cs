using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The ids of the subnets, or of the security groups, that something is launched in.</summary>
internal sealed class NetworkKind : ParameterKind
{
    public override string Word => "network";

    public override string Expected => "the id of a subnet or of a security group, or a list of some";

    public override string Sample => "subnet-0123456789abcdef0";

    public override string Pattern => "(?:subnet|sg)-[0-9a-z]+";

    public override bool IsList => true;

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("network")
        {
            Strangers = (value, _) => [SomeoneElses(value), $"{value},{SomeoneElses(value)}", null],
        },
    ];

    private static string SomeoneElses(string ids) => $"{ids[..(ids.IndexOf('-', StringComparison.Ordinal) + 1)]}00000000000000000";
}
