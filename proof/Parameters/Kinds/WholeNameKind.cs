using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The whole name of what is given by it, and not by its beginning: a workgroup, a database.</summary>
internal sealed class WholeNameKind : ParameterKind
{
    public override string Word => "wholeName";

    public override string Expected => "the whole name of it, of letters, digits, hyphens, dots and underscores";

    public override string Pattern => "[A-Za-z0-9._-]+";

    public override ImmutableArray<string> JsonTypes => ["string", "integer", "boolean"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("whole name")
        {
            Strangers = (value, _) => [$"someone-elses-{value}", .. Nearest.Of(value)],
            // What an interface is tagged by: the call that makes it.
            Keys = ["ec2:CreateAction"],
            // What AWS itself names.
            StrangersToLiteral = Nearest.Steps,
        },
    ];
}
