using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace Proof.Report;

/// <summary>What a report rests on, so that whoever reads it later can tell what was proven, of what, and when.</summary>
/// <param name="When">When it was proven.</param>
/// <param name="Account">Where what was judged came from, in words: an emulated account, the files of a real one.</param>
/// <param name="Version">The version of what proved it.</param>
/// <param name="Commit">The commit that the stack file stands in, in words.</param>
/// <param name="Files">The stack file, the contract, and what else was read.</param>
/// <param name="Limits">What stood in for the real thing, and what it lets through that the real thing may not.</param>
public sealed record Provenance(
    DateTimeOffset When,
    string Account,
    string Version,
    string Commit,
    ImmutableArray<string> Files,
    ImmutableArray<string> Limits)
{
    /// <summary>Each thing, by what it is.</summary>
    internal IEnumerable<(string What, string Text)> Lines =>
    [
        ("Proven on", When.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
        ("Judged", Account),
        ("By", Version),
        ("Commit", Commit),
        .. Files.Where(File.Exists).Select(file => (file, $"SHA-256 {Hash(file)}")),
        .. Limits.Select(limit => ("Stood in for", limit)),
    ];

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
