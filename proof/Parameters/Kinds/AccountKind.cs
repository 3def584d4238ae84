using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>An account's number, or <c>this</c>.</summary>
internal sealed class AccountKind : ParameterKind
{
    /// <summary>The account of a stranger.</summary>
    public const string Stranger = "999999999999";

    private const string This = "this";

    public override string Word => "account";

    public override string Expected => $"the number of an account, or '{This}'";

    public override string Sample => This;

    public override string Pattern => $"{This}|[0-9]{{12}}";

    public override ImmutableArray<string> JsonTypes => ["string", "integer"];

    public override (long Least, long Most)? Bounds => (100_000_000_000, 999_999_999_999);

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("account")
        {
            Strangers = (value, near) => [Stranger, Nearest.Next(value == This ? near.Place.Account : value), null],
            PlacesOfStrangers = place => [place with { Account = Stranger }, place with { Account = Nearest.Next(place.Account) }],
            // AWS's own account is written by a word.
            StrangersToLiteral = [_ => Stranger],
            Keys = ["aws:SourceAccount"],
        },
    ];

    public override string Fill(string value, Place place, string? part) => value == This ? place.Account : value;
}
