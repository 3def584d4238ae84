using System.Collections.Immutable;
using System.Globalization;

namespace Proof.Parameters.Kinds;

/// <summary>For how long a job may run at most, in seconds.</summary>
internal sealed class RuntimeKind : ParameterKind
{
    public override string Word => "runtime";

    public override string Expected => "a number of seconds";

    public override string Sample => "3600";

    public override string Pattern => "[1-9][0-9]{0,6}";

    public override ImmutableArray<string> JsonTypes => ["string", "integer"];

    public override (long Least, long Most)? Bounds => (1, 9_999_999);

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("run time")
        {
            Strangers = (value, _) =>
                [(long.Parse(value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture), null],
        },
    ];
}
