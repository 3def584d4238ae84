using System.Collections.Immutable;

namespace SageMakerIam.Tests;

/// <summary>The folder of this repository on the machine that runs the tests.</summary>
internal static class RepositoryFolder
{
    private static readonly ImmutableArray<string> FoldersOfStackFiles = [".", "examples", "examples/clients", "examples/key-rotation"];

    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The stack files of this project, by their paths from here.</summary>
    public static IEnumerable<string> StackFiles() =>
        FoldersOfStackFiles
            .SelectMany(folder => Directory.EnumerateFiles(System.IO.Path.Combine(Path, folder), "*.yaml"))
            .Select(file => System.IO.Path.GetRelativePath(Path, file))
            .Where(file => !file.EndsWith(".access.yaml", StringComparison.Ordinal) && file != "Pulumi.yaml");

    /// <summary>The access contracts, by their paths from here.</summary>
    public static IEnumerable<string> Contracts() => FoldersOfStackFiles.Append("tests/Proof/fixtures")
        .SelectMany(folder => Directory.EnumerateFiles(System.IO.Path.Combine(Path, folder), "*.access.yaml"))
        .Select(file => System.IO.Path.GetRelativePath(Path, file));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("The tests run outside of the repository.")
        : File.Exists(System.IO.Path.Combine(folder.FullName, "Directory.Packages.props")) ? folder.FullName
        : Find(folder.Parent);
}
