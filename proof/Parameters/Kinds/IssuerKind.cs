using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The issuer of OpenID Connect tokens, by its URL. It fills a hole without https://, as in ARNs and condition keys.</summary>
internal sealed class IssuerKind : ParameterKind
{
    private const string Scheme = "https://";

    public override string Word => "issuer";

    public override string Expected => "the URL of an issuer of tokens, https://gitlab.example.com say";

    public override string Sample => "https://gitlab.example.com";

    public override string Pattern => $"{Scheme}[A-Za-z0-9._/-]+";

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("issuer")
        {
            Strangers = (value, _) =>
                ["https://someone-elses.example", .. Nearest.Of(value[Scheme.Length..]).Select(near => $"{Scheme}{near}")],
        },
    ];

    public override string Fill(string value, Place place, string? part) => value[Scheme.Length..];
}
