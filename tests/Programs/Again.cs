using System.Text.Json;

namespace SageMakerIam.Tests.Programs;

/// <summary>Runs a program for each line of standard input, and answers its exit code as a line of standard output.</summary>
internal static class Again
{
    /// <param name="runAsync">Runs the program of a name.</param>
    public static async Task RunAsync(Func<string, Task<int>> runAsync)
    {
        // What a program itself prints is no exit code.
        var answers = Console.Out;
        Console.SetOut(Console.Error);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var run = JsonSerializer.Deserialize<Run>(line)!;
            var before = run.Environment.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
            Set(run.Environment!);
            var code = await runAsync(run.Program);
            Set(before);
            await answers.WriteLineAsync($"{code}");
        }
    }

    private static void Set(Dictionary<string, string?> environment)
    {
        foreach (var (name, value) in environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <param name="Program">The program's name.</param>
    /// <param name="Environment">The variables by which it finds its engine.</param>
    private sealed record Run(string Program, Dictionary<string, string> Environment);
}
