using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>A user profile of Studio, with the domain that it is in: <c>d-0123456789ab/jane</c>.</summary>
internal sealed class UserProfileKind : ParameterKind
{
    public override string Word => "userProfile";

    public override string Expected => "a user profile of Studio, DOMAIN/NAME as its ARN ends";

    public override string Sample => "d-0123456789ab/jane";

    public override string Pattern => "d-[a-z0-9-]+/[A-Za-z0-9-]+";

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("user profile")
        {
            Strangers = (value, _) => value.Split('/') is [var domain, var name]
                ?
                [
                    $"{domain}/someone-else", $"d-someone-elses/{name}",
                    .. Nearest.Of(name).Select(near => $"{domain}/{near}"), .. Nearest.Of(domain).Select(near => $"{near}/{name}"),
                ]
                : [],
            // Whose a space is, and whom it lets in.
            Keys = ["sagemaker:OwnerUserProfileArn", "sagemaker:SpaceSharingType"],
        },
    ];

    /// <summary>The whole, or its <c>domain</c>.</summary>
    public override string? Fill(string value, Place place, string? part) => part == "domain" ? value.Split('/')[0] : value;
}
