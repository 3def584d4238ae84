using System.Diagnostics;

namespace SageMakerIam.Tests;

/// <summary>
/// The AWS CLI, kept loaded for all tests where it is a package of the Python on the PATH: each command is spared the second that it
/// takes to start. It ends with the process of the tests, which holds its standard input.
/// </summary>
internal static class LoadedAwsCli
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "tests", "aws-cli");

    // Whoever lets go of the process ends it.
    private static readonly Lazy<Process> Resident = new(Start);

    private static readonly Lazy<Task<string?>> Socket = new(() => Resident.Value.StandardOutput.ReadLineAsync());

    /// <summary>
    /// Has <c>aws</c> be the loaded one, in a process that is to be started and in all that it starts; elsewhere it stays what it is.
    /// </summary>
    public static async Task AddToAsync(ProcessStartInfo start)
    {
        if (await Socket.Value is { } socket)
        {
            start.Environment["RESIDENT_AWS_CLI"] = socket;
            start.Environment["PATH"] = $"{Folder}{Path.PathSeparator}{start.Environment["PATH"]}";
        }
    }

    private static Process Start()
    {
        var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(Folder, "resident.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
