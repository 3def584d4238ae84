using System.Diagnostics;

namespace SageMakerIam.Tests.Components.HandOver;

/// <summary>Runs a tool that takes what is handed over.</summary>
internal static class Tool
{
    /// <summary>Runs a command and answers what it prints; fails with what it says if it fails.</summary>
    public static async Task<string> RunAsync(
        string command, IEnumerable<string> arguments, IDictionary<string, string> environment, string input = "")
    {
        var start = new ProcessStartInfo("env", [command, .. arguments])
        {
            WorkingDirectory = Path.Combine(RepositoryFolder.Path, "tests", "node"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        await LoadedAwsCli.AddToAsync(start);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, $"{command} {string.Join(' ', arguments)} said: {await errors}");
        return await output;
    }
}
