using System.Net;
using System.Net.Sockets;

namespace Proof.Parameters;

/// <summary>How and from where a principal asks, whatever it asks for.</summary>
/// <param name="Mfa">
/// Whether it is signed in with MFA; null where a request says nothing of it, as one that is signed with an access key alone.
/// </param>
/// <param name="Address">The IP address that it asks from; null where a request does not say it.</param>
/// <param name="Range">The range that this address is an end of; null where it is of none.</param>
/// <remarks>IAM User Guide, "AWS global condition context keys", aws:MultiFactorAuthPresent and aws:SourceIp.</remarks>
public sealed record Circumstances(bool? Mfa, string? Address, string? Range = null)
{
    /// <summary>The strangers to how it signs in.</summary>
    internal IEnumerable<Circumstances> WithoutMfa => Mfa is null ? [] : [this with { Mfa = false }, this with { Mfa = null }];

    /// <summary>The request as it is made in these circumstances.</summary>
    internal AccessRequest Of(AccessRequest request)
    {
        var context = new Dictionary<string, string>(request.Context);
        if (Mfa is { } mfa)
        {
            context.TryAdd("aws:MultiFactorAuthPresent", mfa ? "true" : "false");
        }

        // What a service asks for in the caller's name comes from the service.
        if (Address is not null && !context.ContainsKey("kms:ViaService"))
        {
            context.TryAdd("aws:SourceIp", Address);
        }

        return request with { Context = context };
    }

    /// <summary>The first and the last address of a range; one where it has no other.</summary>
    /// <param name="range">An address, or a range in CIDR notation: <c>203.0.113.0/24</c>.</param>
    internal static IEnumerable<string> Ends(string range)
    {
        var (first, last) = Bounds(range);
        return new[] { $"{first}", $"{last}" }.Distinct();
    }

    /// <summary>The addresses beside a range: the one before its first, and the one after its last.</summary>
    internal static IEnumerable<string> Beside(string range)
    {
        var (first, last) = Bounds(range);
        return [$"{Next(first, -1)}", $"{Next(last, 1)}"];
    }

    /// <summary>Whether an address is in a range.</summary>
    internal static bool IsIn(string address, string range) => range.Contains('/', StringComparison.Ordinal)
        ? IPNetwork.Parse(range).Contains(IPAddress.Parse(address))
        : address == range;

    /// <summary>Whether a text is an address, or a range of them whose address is its first.</summary>
    internal static bool IsRange(string text) =>
        text.Split('/') is [var address, .. var length] && IPAddress.TryParse(address, out var parsed)
        // 1.2.3 is an address to the parser.
        && (parsed.AddressFamily != AddressFamily.InterNetwork || $"{parsed}" == address)
        && (length.Length == 0 || (IPNetwork.TryParse(text, out var network) && network.BaseAddress.Equals(parsed)));

    private static (IPAddress First, IPAddress Last) Bounds(string range)
    {
        if (!range.Contains('/', StringComparison.Ordinal))
        {
            return (IPAddress.Parse(range), IPAddress.Parse(range));
        }

        var network = IPNetwork.Parse(range);
        var last = network.BaseAddress.GetAddressBytes();
        for (var bit = network.PrefixLength; bit < last.Length * 8; bit++)
        {
            last[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        return (network.BaseAddress, new IPAddress(last));
    }

    private static IPAddress Next(IPAddress address, int step)
    {
        var bytes = address.GetAddressBytes();
        for (var at = bytes.Length - 1; at >= 0; at--)
        {
            bytes[at] = (byte)(bytes[at] + step);
            if (bytes[at] != (step > 0 ? 0 : 0xff))
            {
                break;
            }
        }

        return new IPAddress(bytes);
    }
}
