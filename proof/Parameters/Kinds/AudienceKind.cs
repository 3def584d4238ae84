using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The audience of an OpenID Connect token, <c>sts.amazonaws.com</c> say.</summary>
internal sealed class AudienceKind : ParameterKind
{
    public override string Word => "audience";

    public override string Expected => "the audience of a token, sts.amazonaws.com say";

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("audience")
        {
            Strangers = (value, _) => ["https://someone-elses.example", .. Nearest.Of(value)],
            StrangersToLiteral = [_ => "https://someone-elses.example"],
            Keys = [":aud"],
        },
    ];
}
