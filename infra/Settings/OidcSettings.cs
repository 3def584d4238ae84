using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>The tokens of an issuer: for whom they are, and whom they are given to.</summary>
/// <remarks>IAM User Guide, "Create an OpenID Connect (OIDC) identity provider in IAM".</remarks>
internal sealed record OidcSettings
{
    /// <summary>
    /// The issuer's URL, as its tokens have it (the claim <c>iss</c>): <c>https://app.terraform.io</c> say. AWS asks it for its keys, over
    /// the internet.
    /// </summary>
    [Format<OidcIssuerUrl>]
    public required string Issuer { get; init; }

    /// <summary>Whom the tokens are for (the claim <c>aud</c>): <c>aws.workload.identity</c> say.</summary>
    [Format<OidcAudience>]
    public required string Audience { get; init; }

    /// <summary>
    /// The subject, or the subjects, of the tokens (the claim <c>sub</c>), to the letter. Where an issuer ends it with what is new in each
    /// run, as Bitbucket does with the id of a step, it is the beginning, up to a colon or slash, and <c>*</c>:
    /// <c>{REPOSITORY}:{ENVIRONMENT}:*</c>.
    /// </summary>
    [Format<OidcSubjects>, NotEmpty, ListOf("subjects"), OrOne]
    public required ImmutableArray<string> Subject { get; init; }
}
