namespace SageMakerIam.Settings.Formats;

/// <summary>The audience of an OpenID Connect token. What a policy would take for a wildcard or a variable is refused.</summary>
/// <remarks>IAM API Reference, CreateOpenIDConnectProvider, ClientIDList: each 1 to 255 characters.</remarks>
internal sealed class OidcAudience : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "the whole audience, such as 'sts.amazonaws.com', of 1 to 255 characters up to U+00FF, without spaces and *, ?, $";

    /// <inheritdoc/>
    public override string Pattern => $@"(?:(?!\s)[{PlainCharacters}]){{1,255}}";
}
