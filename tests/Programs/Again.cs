using System.Text.Json;

namespace SageMakerIam.Tests.Programs;

/// <summary>Runs a program for each line of standard input, and answers its exit code as a line of standard output.</summary>
internal static class Again
{
    /// <param name="runAsync">Runs the program of a name.</param>
    public static async Task RunAsync(Func<string, Task<int>> runAsync)
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var run = JsonSerializer.Deserialize<Run>(line)!;
            foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("PULUMI_", StringComparison.Ordinal)))
            {
                Environment.SetEnvironmentVariable(name, null);
            }

            foreach (var (name, value) in run.Environment)
            {
                Environment.SetEnvironmentVariable(name, value);
            }

            Console.WriteLine(await runAsync(run.Program));
        }
    }

    /// <param name="Program">The program's name.</param>
    /// <param name="Environment">The variables by which it finds its engine.</param>
    private sealed record Run(string Program, Dictionary<string, string> Environment);
}
