using System.Reflection;

namespace Proof;

/// <summary>Where this project stands: its scripts run there, beside their node_modules.</summary>
internal static class ProofFolder
{
    private static readonly string Path = typeof(ProofFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(entry => entry.Key == nameof(ProofFolder)).Value!;

    /// <summary>The path of a file, given from this folder.</summary>
    public static string File(string path) => System.IO.Path.Combine(Path, path);
}
