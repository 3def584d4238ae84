using System.Security.Cryptography;
using System.Text;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>The password with which an access key sends mail over SMTP.</summary>
/// <remarks>Amazon SES Developer Guide, "Obtaining Amazon SES SMTP credentials", converting existing credentials, version 4.</remarks>
internal static class SmtpPassword
{
    private const byte Version = 4;

    /// <summary>The password.</summary>
    /// <param name="secret">The secret of the access key.</param>
    /// <param name="region">The region that sends.</param>
    public static string Of(string secret, string region)
    {
        string[] parts = ["11111111", region, "ses", "aws4_request", "SendRawEmail"];
        var signature = parts.Aggregate(
            Encoding.UTF8.GetBytes($"AWS4{secret}"), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        return Convert.ToBase64String([Version, .. signature]);
    }
}
