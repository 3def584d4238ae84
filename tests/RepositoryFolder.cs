namespace SageMakerIam.Tests;

/// <summary>The folder of this repository on the machine that runs the tests.</summary>
internal static class RepositoryFolder
{
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("The tests run outside of the repository.")
        : File.Exists(System.IO.Path.Combine(folder.FullName, "Directory.Packages.props")) ? folder.FullName
        : Find(folder.Parent);
}
