using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>An external id, or <c>its own</c> for the one that the role demands.</summary>
internal sealed class ExternalIdKind : ParameterKind
{
    public override string Word => "externalId";

    public override string Expected => $"an external id; '{AccessRequest.OwnExternalId}' for the one that the role demands";

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [
        new("external id")
        {
            Strangers = (value, _) =>
                ["someone-elses", null, .. value == AccessRequest.OwnExternalId ? AccessRequest.NearOwnExternalId : Nearest.Of(value)],
        },
    ];
}
