namespace SageMakerIam.Settings.Formats;

/// <summary>The URL of an issuer of OpenID Connect tokens.</summary>
/// <remarks>
/// IAM API Reference, CreateOpenIDConnectProvider, Url: at most 255 characters, no port and no query. IAM takes a token whose claim iss is
/// this URL to the letter.
/// </remarks>
internal sealed class OidcIssuerUrl : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "the issuer's URL, 'https://HOST' or 'https://HOST/PATH', in lower case up to the path, with no port and no / at its end";

    /// <inheritdoc/>
    public override string Pattern => $"(?!.{{256}})https://{HostName.OfTheInternet}(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*";

    /// <inheritdoc/>
    public override string? Lesson(string text) => text switch
    {
        _ when text.Contains('*', StringComparison.Ordinal) => "Whoever has a host that it matches could give tokens; name one issuer",
        _ when text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) =>
            "Whoever is on the way could give tokens; AWS wants https",
        _ when text.EndsWith("/.well-known/openid-configuration", StringComparison.Ordinal) =>
            "It is where the issuer describes itself; give what stands before /.well-known",
        _ => null,
    };
}
