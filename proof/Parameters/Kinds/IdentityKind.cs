using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>An identity of any account, by its ARN.</summary>
internal sealed class IdentityKind : ParameterKind
{
    public override string Word => "identity";

    public override string Expected => "the ARN of an identity";

    public override string Sample => "arn:aws:iam::210987654321:role/launcher";

    public override string Pattern => $"arn:{Plain}*";

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("identity")
        {
            Strangers = (value, near) =>
            [
                $"arn:{near.Place.Partition}:iam::{AccountKind.Stranger}:role/SomeoneElses",
                $"{value[..value.IndexOf('/', StringComparison.Ordinal)]}/SomeoneElses",
                .. Nearest.OfArn(value),
            ],
        },
    ];
}
