using System.Globalization;
using System.Security.Cryptography;
using Rehearsal.Engine;

namespace Rehearsal.Providers;

/// <summary>Physical names that the provider makes up when the program gives none.</summary>
internal static class PhysicalName
{
    private const int RandomLength = 7;

    private static int prefixed;

    /// <summary>
    /// The logical name, a hyphen and seven hexadecimal digits (Pulumi docs, iac/concepts/resources/names, "Autonaming").
    /// </summary>
    /// <exception cref="EngineException">The logical name is too long for that.</exception>
    public static string FromLogicalName(string logicalName, int maxLength)
    {
        var prefix = $"{logicalName}-";
        return prefix.Length + RandomLength <= maxLength
            ? prefix + RandomNumberGenerator.GetHexString(RandomLength, lowercase: true)
            : throw new EngineException($"name '{prefix}' plus {RandomLength} random chars is longer than maximum length {maxLength}");
    }

    /// <summary>The prefix and 26 digits that grow with time, as Terraform's providers make of <c>name_prefix</c>.</summary>
    public static string FromPrefix(string prefix) => string.Create(
        CultureInfo.InvariantCulture,
        $"{prefix}{DateTime.UtcNow:yyyyMMddHHmmssffff}{Interlocked.Increment(ref prefixed):x8}");
}
