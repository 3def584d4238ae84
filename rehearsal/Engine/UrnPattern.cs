using System.Text.RegularExpressions;

namespace Rehearsal.Engine;

/// <summary>
/// How URNs are named on a command line: as they are, or with <c>*</c> for any characters of one part and <c>**</c> for any at all.
/// </summary>
/// <remarks>Pulumi docs, cli/commands/pulumi_up, <c>--target</c>; pulumi/pulumi, <c>pkg/resource/deploy/target.go</c>.</remarks>
internal static class UrnPattern
{
    /// <summary>Whether a pattern names a URN.</summary>
    public static bool Matches(string pattern, string urn)
    {
        var expression = Regex.Escape(pattern).Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^:]*", StringComparison.Ordinal);
        return Regex.IsMatch(urn, $"^{expression}$");
    }
}
