using System.Net;

namespace SageMakerIam.Settings.Formats;

/// <summary>An IP range in CIDR notation, as <c>aws:SourceIp</c> is compared with.</summary>
/// <remarks>IAM User Guide, "IAM JSON policy elements: Condition operators", IP address condition operators.</remarks>
internal sealed class IpRange : Format
{
    /// <inheritdoc/>
    public override string Allowed => "an IP range such as '203.0.113.0/24', with its host bits zero, that is not the whole Internet";

    /// <inheritdoc/>
    public override string Pattern => "[0-9A-Fa-f:.]+/[1-9][0-9]{0,2}";

    /// <inheritdoc/>
    public override string? Objection(string text, Place place) =>
        IPNetwork.TryParse(text, out var network) && IPAddress.Parse(text.Split('/')[0]).Equals(network.BaseAddress)
            ? null
            : $"Expected {Allowed}";
}
