namespace SageMakerIam.Settings.Formats;

/// <summary>The name of a host on the internet.</summary>
/// <remarks>RFC 1123, section 2.1.</remarks>
internal sealed class HostName : Format
{
    /// <summary>A pattern of such a name; its last part has a letter first, which tells it from an address.</summary>
    public const string OfTheInternet =
        @"(?![a-z0-9.-]{254})(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?";

    /// <inheritdoc/>
    public override string Allowed => "the name of a host, 'gitlab.example.com', in lower case, without https://, port and path";

    /// <inheritdoc/>
    public override string Pattern => OfTheInternet;
}
