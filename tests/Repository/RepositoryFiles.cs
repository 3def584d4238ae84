namespace SageMakerIam.Tests.Repository;

/// <summary>The files of the repository, without what is built, installed or kept by tools.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] OfTools =
    [
        ".git",
        ".vs",
        ".idea",
        "artifacts",
        "node_modules",
        "bin",
        "obj",
        "BenchmarkDotNet.Artifacts",
    ];

    /// <summary>Their paths in the repository, with slashes.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. In(RepositoryFolder.Path)];

    /// <summary>Those that people read.</summary>
    public static IReadOnlyList<string> Documents { get; } =
        [.. Paths.Where(path => Path.GetExtension(path) == ".md").Order(StringComparer.Ordinal)];

    /// <summary>The lines of a file.</summary>
    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(RepositoryFolder.Path, path));

    /// <summary>All of a file.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(RepositoryFolder.Path, path));

    private static IEnumerable<string> In(string folder) => Directory.GetFiles(folder)
        .Select(path => Path.GetRelativePath(RepositoryFolder.Path, path).Replace('\\', '/'))
        .Concat(Directory.GetDirectories(folder).Where(inner => !OfTools.Contains(Path.GetFileName(inner))).SelectMany(In));
}
