using System.Net;
using System.Net.Sockets;

namespace SageMakerIam.Settings.Formats;

/// <summary>An IP range in CIDR notation, as <c>aws:SourceIp</c> is compared with.</summary>
/// <remarks>IAM User Guide, "IAM JSON policy elements: Condition operators", IP address condition operators.</remarks>
internal sealed class IpRange : Format
{
    // The widest ranges that one organisation was ever given.
    private const int WidestOfIPv4 = 8;
    private const int WidestOfIPv6 = 16;

    /// <inheritdoc/>
    public override string Allowed =>
        "an IP range such as '203.0.113.0/24', with its host bits zero, of one network: no wider than /8, of IPv6 than /16";

    /// <inheritdoc/>
    public override string Pattern => "[0-9A-Fa-f:.]+/[1-9][0-9]{0,2}";

    /// <inheritdoc/>
    public override string? Objection(string text, Place place) =>
        !IPNetwork.TryParse(text, out var network)
        || !IPAddress.Parse(text.Split('/')[0]).Equals(network.BaseAddress)
        || network.BaseAddress.IsIPv4MappedToIPv6
            ? $"Expected {Allowed}"
            : network.PrefixLength < Widest(network) ? $"It is a large part of the Internet. Expected {Allowed}" : null;

    private static int Widest(IPNetwork network) =>
        network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? WidestOfIPv4 : WidestOfIPv6;
}
